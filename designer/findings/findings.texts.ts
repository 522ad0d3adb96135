import { defineTexts } from '../i18n/define-texts.ts';

/** Texts around what the analysis finds and the cases that are kept. */
export const findingsTexts = defineTexts('findings', {
  title: { zh: '值得看一看', en: 'Worth a look' },
  looking: { zh: '正在查', en: 'Looking' },
  nothing: {
    zh: '没有矛盾、重叠或永远用不上的规则。',
    en: 'Nothing contradicts, overlaps or can never be used.',
  },
  unknown: {
    zh: '这次没能查完，不知道有没有问题；请用案例核对。',
    en: 'It could not be looked at this time: nothing is known. Check it with cases.',
  },
  mendFirst: {
    zh: '先补好上面的，再查规则之间有没有矛盾。',
    en: 'Mend what stands above first; then contradictions are looked for.',
  },
  showRow: { zh: '看这一行', en: 'Show the row' },
  keep: { zh: '留作案例', en: 'Keep as a case' },
  kept: { zh: '已留作案例', en: 'Kept as a case' },
  cases: { zh: '案例', en: 'Cases' },
  noCases: {
    zh: '还没有案例。案例是一张订单和它应有的结果，改规则时自动核对。',
    en: 'No cases yet. A case is an order and what should come of it, checked whenever the rule changes.',
  },
  allPass: {
    zh: '{{count}} 个案例全部符合。',
    en: { one: 'The case comes out as it should.', other: 'All {{count}} cases come out as they should.' },
  },
  somePass: {
    zh: '{{count}} 个案例不符合。',
    en: { one: '{{count}} case differs.', other: '{{count}} cases differ.' },
  },
  passes: { zh: '符合', en: 'as expected' },
  differs: { zh: '不符合', en: 'differs' },
  removeCase: { zh: '去掉这个案例', en: 'Remove this case' },
  accept: { zh: '以现在的结果为准', en: 'Take what comes now' },
  untouched: { zh: '还没有案例走到：', en: 'No case comes by:' },
  untouchedRows: { zh: '「{{name}}」的第 {{rows}} 行', en: 'rows {{rows}} of "{{name}}"' },
});
