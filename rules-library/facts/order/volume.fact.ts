import { defineFact } from '../../define/fact.ts';

export const orderVolume = defineFact({
  id: 'order.volume',
  label: { zh: '体积', en: 'Volume' },
  help: {
    zh: '按商品资料计算；有一种商品没有体积就是不知道',
    en: 'By the catalogue; unknown if one part has no volume',
  },
  type: 'volume',
  scope: 'order',
  samples: [3000],
});
