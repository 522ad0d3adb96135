import { defineTexts } from '../i18n/define-texts.ts';

/** Texts of the list of releases. */
export const releasesTexts = defineTexts('releases', {
  title: { zh: '发布记录', en: 'Releases' },
  intro: {
    zh: '每次发布都是一个不变的版本。回滚让较早的版本重新生效，不会丢掉后来的。',
    en: 'Each publish makes a release that never changes. Rolling back puts an earlier one in force; later ones stay.',
  },
  empty: { zh: '还没有发布过', en: 'Nothing has been published yet' },
  emptyHelp: {
    zh: '画好规则流后按「发布」，这里就有第 1 版。',
    en: 'Draw a flow and publish it: release 1 appears here.',
  },
  toRules: { zh: '去画规则', en: 'To the rules' },
  number: { zh: '第 {{number}} 版', en: 'Release {{number}}' },
  active: { zh: '正在生效', en: 'in force' },
  by: { zh: '{{name}} 发布', en: 'by {{name}}' },
  rules: { zh: '{{count}} 条规则', en: '{{count}} rules' },
  hash: { zh: '校验码 {{hash}}', en: 'hash {{hash}}' },
  changed: { zh: '改动', en: 'Changed' },
  unchanged: { zh: '另有 {{count}} 个规则流未变', en: '{{count}} more flows unchanged' },
  rollBack: { zh: '回滚到这一版', en: 'Roll back to this' },
  rollBackAbout: { zh: '第 {{number}} 版将立即重新生效', en: 'Release {{number}} will be in force at once' },
});
