import { defineTexts } from '../i18n/define-texts.ts';

/** Texts of what every list has: search, saved filters. */
export const listTexts = defineTexts('list', {
  saveFilter: { zh: '保存筛选', en: 'Save filter' },
  saveFilterName: { zh: '给这个筛选起个名字', en: 'Name this filter' },
  save: { zh: '保存', en: 'Save' },
  removeFilter: { zh: '删除筛选「{{name}}」', en: 'Remove filter "{{name}}"' },
  end: { zh: '到底了', en: 'That is all' },
  searchKey: { zh: '按 / 搜索', en: 'Press / to search' },
});
