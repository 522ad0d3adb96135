import { defineTexts } from '../i18n/define-texts.ts';

/** Texts of the palette. */
export const paletteTexts = defineTexts('palette', {
  title: { zh: '积木', en: 'Blocks' },
  search: { zh: '搜积木，如「预警」', en: 'Search, such as "alert"' },
  nothing: { zh: '没有这样的积木，换个说法试试。', en: 'No such block. Try other words.' },
  hint: {
    zh: '拖到画布，或按回车接在所选积木后面。',
    en: 'Drag to the canvas, or press Enter to add after the chosen block.',
  },
  oneTrigger: {
    zh: '一条规则流只有一个触发。要再听别的事件，请选中原来的触发后勾选。',
    en: 'A flow has one trigger. To listen to more events, choose it and tick them there.',
  },
});
