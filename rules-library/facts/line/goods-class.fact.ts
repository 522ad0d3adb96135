import { goodsClasses } from '../../choices/goods-classes.ts';
import { defineFact } from '../../define/fact.ts';

export const lineGoodsClass = defineFact({
  id: 'line.goodsClass',
  label: { zh: '货物类别', en: 'Goods class' },
  type: 'list',
  scope: 'line',
  choices: goodsClasses,
  samples: [['liquid']],
});
