import { defineTexts } from '../../i18n/define-texts.ts';

/** Texts of what is done to several blocks at once. */
export const arrangeTexts = defineTexts('arrange', {
  bar: { zh: '对所选积木', en: 'For the chosen blocks' },
  chosen: { zh: '选了 {{count}} 块', en: { one: '{{count}} block', other: '{{count}} blocks' } },
  copy: { zh: '复制', en: 'Copy' },
  cut: { zh: '剪切', en: 'Cut' },
  paste: { zh: '粘贴', en: 'Paste' },
  duplicate: { zh: '再来一份', en: 'Duplicate' },
  remove: { zh: '删除', en: 'Remove' },
  frame: { zh: '加框', en: 'Frame' },
  align: { zh: '对齐', en: 'Align' },
  left: { zh: '左边对齐', en: 'Left edges' },
  centre: { zh: '左右居中', en: 'Centres, side to side' },
  right: { zh: '右边对齐', en: 'Right edges' },
  top: { zh: '上边对齐', en: 'Upper edges' },
  middle: { zh: '上下居中', en: 'Centres, up and down' },
  bottom: { zh: '下边对齐', en: 'Lower edges' },
  across: { zh: '横向均分', en: 'Even gaps across' },
  down: { zh: '竖向均分', en: 'Even gaps down' },
  tidy: { zh: '整理', en: 'Tidy up' },
  tidyHelp: { zh: '从上到下排整齐，可以撤销', en: 'Lays the drawing out from top to bottom; can be undone' },
  tidied: { zh: '已经很整齐了', en: 'It is tidy already' },
  tidyFailed: { zh: '这次没能整理好，请再试', en: 'This did not work out. Please try again' },
  leftTrigger: {
    zh: '这条规则流已经有触发，复制来的触发没有放进来。',
    en: 'This flow has a trigger already; the copied one was left out.',
  },
  notBlocks: { zh: '剪贴板里不是积木。', en: 'There are no blocks on the clipboard.' },
});
