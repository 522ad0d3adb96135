import { z } from 'zod';
import { defineBlock } from '../../define/block.ts';
import { ui } from '../../define/ui.ts';
import type { Condition } from '../../schema/condition.ts';
import { factIdSchema, idSchema } from '../../schema/ids.ts';
import { conditionSegments } from '../../sentences/condition.ts';
import { whenMissingSchema, yesNoPorts } from './when-missing.ts';
import { yesNoExits } from './yes-no.ts';
import { ifWords, yesNoWords } from './yes-no-words.ts';

const params = z.strictObject({
  fact: factIdSchema.meta(ui({ label: { zh: '看什么', en: 'What' }, field: 'fact' })),
  list: idSchema.meta(ui({ label: { zh: '在哪个名单', en: 'On which list' }, field: 'list-name' })),
  whenMissing: whenMissingSchema,
});

function listed({ fact, list }: Pick<z.output<typeof params>, 'fact' | 'list'>): Condition {
  return { id: 'listed', fact, operator: 'inList', value: list };
}

const vip = { fact: 'repairShop.id', list: 'vip-shops' };
const list = { 'list.vip-shops': ['SHOP-0001', 'SHOP-0183'] };

export const inListBlock = defineBlock({
  kind: 'in-list',
  version: 1,
  category: 'check',
  label: { zh: '在名单里', en: 'On a list' },
  help: {
    zh: '看一项业务数据在不在按名称保存的名单里。改名单不用改图。',
    en: 'Whether business data is on a list kept by name. The list changes without redrawing.',
  },
  ports: yesNoPorts,
  params,
  initial: { fact: 'repairShop.id', list: 'list-1', whenMissing: 'person' },
  compile: (given) => ({ role: 'check', exits: yesNoExits(listed(given), given.whenMissing) }),
  sentence: (given, context) => ifWords(conditionSegments(listed(given), context), context),
  exit: (given, port, context) => yesNoWords(conditionSegments(listed(given), context), port, context),
  examples: [
    {
      name: { zh: '在', en: 'On it' },
      params: vip,
      facts: { ...list, 'repairShop.id': 'SHOP-0183' },
      port: 'yes',
    },
    {
      name: { zh: '不在', en: 'Not on it' },
      params: vip,
      facts: { ...list, 'repairShop.id': 'SHOP-0184' },
      port: 'no',
    },
    { name: { zh: '不知道是谁', en: 'Nobody knows who' }, params: vip, facts: list, port: 'unknown' },
    {
      name: { zh: '一项列表，有一个在', en: 'A list of which one is on it' },
      params: { fact: 'order.tags', list: 'hot', whenMissing: 'no' },
      facts: { 'list.hot': ['a'], 'order.tags': ['b', 'a'] },
      port: 'yes',
    },
    {
      name: { zh: '金额不在名单里', en: 'Money is on no list' },
      params: { fact: 'order.total', list: 'vip-shops' },
      problem: 'operator-type',
    },
  ],
});
