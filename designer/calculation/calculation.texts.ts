import { defineTexts } from '../i18n/define-texts.ts';

/** Texts of the editor of calculations. */
export const calculationTexts = defineTexts('calculation', {
  holder: { zh: '如 {订单金额} - {优惠金额}', en: 'such as {Order total} - {Discount}' },
  offers: { zh: '可以填的', en: 'What may stand here' },
  help: {
    zh: '打字就会提示业务数据和算法。金额在这里按分算：5 元写 500。',
    en: 'Type to be offered business data and functions. Amounts are counted in fen: write 500 for ¥5.',
  },
});
