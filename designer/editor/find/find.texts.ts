import { defineTexts } from '../../i18n/define-texts.ts';

/** Texts of the search in a drawing. */
export const findTexts = defineTexts('find', {
  find: { zh: '在图里找', en: 'Find in the drawing' },
  hint: { zh: '例如「信用额度」，或拼音首字母', en: 'such as "credit limit"' },
  help: {
    zh: '找积木的名称、句子里的话，或用到的业务数据。回车定位，Esc 收起。',
    en: 'Finds names, words of sentences and the business data blocks use. Enter shows the block, Esc closes.',
  },
  nothing: { zh: '图里没有，换个说法试试', en: 'Not in this drawing; try other words' },
});
