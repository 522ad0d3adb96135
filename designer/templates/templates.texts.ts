import { defineTexts } from '../i18n/define-texts.ts';

/** Texts of the template gallery. */
export const templatesTexts = defineTexts('templates', {
  title: { zh: '行业模板', en: 'Templates' },
  intro: {
    zh: '现成的规则流，带着自己的试算用例。载入后是草稿，已有的同名规则流保持不变。',
    en: 'Ready rule flows with their own test cases. They come as drafts; flows you already have stay as they are.',
  },
  flows: { zh: '规则流', en: 'Rule flows' },
  cases: { zh: '{{count}} 个用例', en: { one: '{{count}} case', other: '{{count}} cases' } },
  needs: { zh: '需要准备', en: 'What it needs' },
  load: { zh: '载入', en: 'Load' },
  loading: { zh: '正在载入', en: 'Loading' },
  loaded: { zh: '已载入', en: 'Loaded' },
  loadAgain: { zh: '补上缺的', en: 'Add what is missing' },
  seeDrafts: { zh: '看规则', en: 'See the rules' },
  notYours: { zh: '载入模板由运营来做', en: 'Operations loads templates' },
  empty: { zh: '还没有模板', en: 'No templates' },
  emptyHelp: {
    zh: '模板随产品更新加入，会出现在这里。',
    en: 'Templates come with updates of the product and appear here.',
  },
});
