import { defineTexts } from '../i18n/define-texts.ts';

/** Texts of the list of rule flows. */
export const rulesTexts = defineTexts('rules', {
  title: { zh: '规则', en: 'Rules' },
  note: {
    zh: '{{count}} 条规则流',
    en: { one: '{{count}} flow', other: '{{count}} flows' },
  },
  newFlow: { zh: '新建规则流', en: 'New flow' },
  newBlank: { zh: '从空白画起', en: 'From a blank canvas' },
  publishAll: { zh: '发布全部改动', en: 'Publish all changes' },
  releases: { zh: '发布记录', en: 'Releases' },
  search: { zh: '按名称找', en: 'Search by name' },
  columnName: { zh: '规则流', en: 'Flow' },
  columnState: { zh: '状态', en: 'State' },
  columnLive: { zh: '线上', en: 'Live' },
  columnProblems: { zh: '要补的', en: 'To mend' },
  columnRank: { zh: '先后', en: 'Order' },
  columnSaved: { zh: '最近保存', en: 'Last saved' },
  release: { zh: '第 {{number}} 版', en: 'release {{number}}' },
  notLive: { zh: '没有上线', en: 'not live' },
  errors: { zh: '{{count}} 处待补', en: { one: '{{count}} to mend', other: '{{count}} to mend' } },
  warnings: { zh: '{{count}} 处留意', en: { one: '{{count}} to note', other: '{{count}} to note' } },
  ready: { zh: '可以发布', en: 'ready' },
  noTrigger: { zh: '还没有触发', en: 'no trigger yet' },
  blocks: { zh: '{{count}} 块积木', en: { one: '{{count}} block', other: '{{count}} blocks' } },
  emptyTitle: { zh: '还没有规则流', en: 'No rule flows yet' },
  emptyHelp: {
    zh: '规则流决定订单来了做什么。从一个现成的开头开始，或从空白画起。',
    en: 'Rule flows decide what happens to orders. Start from a ready one, or from a blank canvas.',
  },
  emptyReadOnly: {
    zh: '运营画好并发布的规则会出现在这里。',
    en: 'Rules drawn and published by operations will appear here.',
  },
  startsTitle: { zh: '现成的开头', en: 'Ready starts' },
  nothingFound: { zh: '没有叫这个名字的规则流。', en: 'No flow of that name.' },
  fromTemplates: { zh: '看行业模板', en: 'See industry templates' },
  toList: { zh: '看全部规则流', en: 'See all flows' },
});
