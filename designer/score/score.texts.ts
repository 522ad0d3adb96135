import { defineTexts } from '../i18n/define-texts.ts';

/** Texts of the score card. */
export const scoreTexts = defineTexts('score', {
  points: { zh: '分', en: 'points' },
  row: { zh: '第 {{number}} 条', en: 'Line {{number}}' },
  addRow: { zh: '加一条', en: 'Add a line' },
  from: { zh: '分起', en: 'and up' },
  band: { zh: '分档', en: 'Band' },
  bandFrom: { zh: '{{name}} 从几分起', en: 'Where {{name}} begins' },
  newBand: { zh: '分档 {{number}}', en: 'Band {{number}}' },
  addBand: { zh: '加一档', en: 'Add a band' },
  try: { zh: '试算', en: 'Try it' },
  tryHelp: { zh: '填一张订单的情况，看得几分。', en: 'Say what an order is like and see its points.' },
  total: { zh: '{{points}} 分', en: '{{points}} points' },
  notKnown: { zh: '算不出来，还缺：{{facts}}', en: 'Not known yet; missing: {{facts}}' },
  noBand: { zh: '不在任何一档', en: 'in no band' },
  bandAnyway: { zh: '不管缺的是什么，都在「{{band}}」', en: 'whatever is missing, in "{{band}}"' },
  unset: { zh: '未知', en: 'not known' },
});
