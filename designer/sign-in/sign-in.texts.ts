import { defineTexts } from '../i18n/define-texts.ts';

/** Texts of signing in and of the first set-up. */
export const signInTexts = defineTexts('sign-in', {
  title: { zh: '登录', en: 'Sign in' },
  product: { zh: '单闸', en: 'Sluice' },
  claim: { zh: '订单规则，画出来就生效', en: 'Rules for orders: draw them, and they run' },
  demoTitle: { zh: '演练数据，点一个人直接进入', en: 'Rehearsal data: choose somebody to enter as' },
  demoNote: { zh: '每个人看到的按钮不同', en: 'Each of them has other buttons' },
  orPassword: { zh: '或用密码登录', en: 'or sign in with a password' },
  username: { zh: '用户名', en: 'User name' },
  password: { zh: '密码', en: 'Password' },
  usernameNeeded: { zh: '请填用户名', en: 'Give your user name' },
  passwordNeeded: { zh: '请填密码', en: 'Give your password' },
  signIn: { zh: '登录', en: 'Sign in' },
  enterAs: { zh: '以{{name}}（{{role}}）进入', en: 'Enter as {{name}}, {{role}}' },
  needsSetUpTitle: { zh: '还没有人可以登录', en: 'Nobody can sign in yet' },
  needsSetUp: {
    zh: '请打开启动时显示的一次性链接，建立第一个人。',
    en: 'Open the one-time link that was printed at start, and make the first person.',
  },
  setUpTitle: { zh: '建立第一个人', en: 'Make the first person' },
  setUpNote: {
    zh: '第一个人可以做所有事，之后再分给大家。这个链接只能用一次。',
    en: 'The first person may do everything, until it is shared out. This link works once.',
  },
  name: { zh: '姓名', en: 'Name' },
  nameNeeded: { zh: '请填姓名', en: 'Give a name' },
  usernameHelp: {
    zh: '小写字母开头，可以有数字、点、横线，2 到 40 个字符',
    en: 'Starts with a small letter; letters, digits, dots and dashes; 2 to 40 characters',
  },
  newPasswordHelp: { zh: '至少 10 个字符', en: 'At least 10 characters' },
  setUp: { zh: '建立并进入', en: 'Make and enter' },
  linkBroken: { zh: '这个链接不完整', en: 'This link is not complete' },
  linkBrokenHelp: {
    zh: '请把启动时显示的链接完整复制到地址栏。',
    en: 'Copy the whole link that was printed at start into the address bar.',
  },
  joinTitle: { zh: '设一个密码', en: 'Set a password' },
  joinNote: {
    zh: '{{name}}，设好密码就能登录。这个链接只能用一次。',
    en: '{{name}}, set a password and you are in. This link works once.',
  },
  join: { zh: '设好并进入', en: 'Set it and enter' },
  joinBrokenHelp: {
    zh: '请把收到的链接完整复制到地址栏，或向数据协作者要一个新的。',
    en: 'Copy the whole link you were given into the address bar, or ask the data steward for a new one.',
  },
  toSignIn: { zh: '去登录', en: 'Go to sign-in' },
});
