import { defineTexts } from '../i18n/define-texts.ts';

/** Texts of the shell: navigation, the person, jumping. */
export const shellTexts = defineTexts('shell', {
  navigation: { zh: '主导航', en: 'Main navigation' },
  skip: { zh: '跳到内容', en: 'Skip to content' },
  home: { zh: '首页', en: 'Home' },
  orders: { zh: '订单', en: 'Orders' },
  inbox: { zh: '待办', en: 'To do' },
  tasks: { zh: '任务', en: 'Tasks' },
  rules: { zh: '规则', en: 'Rules' },
  templates: { zh: '模板', en: 'Templates' },
  audit: { zh: '留痕', en: 'Audit' },
  people: { zh: '人员', en: 'People' },
  permissions: { zh: '权限', en: 'Rights' },
  keys: { zh: '密钥', en: 'Keys' },
  alertsWaiting: {
    zh: '{{count}} 条预警待处理',
    en: { one: '{{count}} alert is waiting', other: '{{count}} alerts are waiting' },
  },
  askingWaiting: {
    zh: '{{count}} 项待办等您处理',
    en: { one: '{{count}} thing waits for you', other: '{{count}} things wait for you' },
  },
  switchLanguage: { zh: '切换到 English', en: '切换到中文' },
  me: { zh: '我', en: 'Me' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  jump: { zh: '快速跳转', en: 'Jump' },
  jumpHint: {
    zh: '输入订单号、规则流或页面的名字，拼音首字母也行',
    en: 'Type an order number, a rule flow or a screen',
  },
  jumpEmpty: { zh: '没有找到，换个说法试试', en: 'Nothing found; try other words' },
  jumpScreens: { zh: '页面', en: 'Screens' },
  jumpFlows: { zh: '规则流', en: 'Rule flows' },
  jumpOrders: { zh: '订单', en: 'Orders' },
  jumpMove: { zh: '上下选择', en: 'choose' },
  jumpOpen: { zh: '打开', en: 'open' },
  jumpClose: { zh: '关闭', en: 'close' },
  brokenTitle: { zh: '页面没有打开', en: 'Page did not open' },
  toHome: { zh: '回首页', en: 'Go home' },
  notFoundTitle: { zh: '没有这个页面', en: 'No such page' },
  notFound: { zh: '这个地址下没有内容', en: 'There is nothing at this address' },
  notFoundHelp: {
    zh: '链接可能写错了，或者内容已经移走。',
    en: 'The link may be mistyped, or what it named has moved.',
  },
  popUps: { zh: '紧急预警', en: 'Urgent alerts' },
  morePopUps: {
    zh: '还有 {{count}} 条紧急预警',
    en: { one: '{{count}} more urgent alert', other: '{{count}} more urgent alerts' },
  },
});
