import { z } from 'zod';
import { defineBlock, type Port } from '../../rules-library/define/block.ts';
import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import { blocks } from '../../rules-library/blocks/index.ts';
import { vocabularyFor } from '../../rules-library/index.ts';

const label = { zh: '试验', en: 'test' };
const port = (id: string, unconnected: Port['unconnected'] = 'nothing'): Port => ({ id, label, unconnected });
const about = { version: 1, label, help: label, initial: {}, examples: [] };

/** A trigger that listens to an order and to a gate at once. */
export const gateTrigger = defineBlock({
  ...about,
  kind: 'test-gate',
  category: 'trigger',
  subject: 'order',
  params: z.strictObject({}),
  ports: () => [port('next')],
  compile: () => ({ role: 'trigger', events: ['order.received', 'gate.ship'] }),
});

/** A trigger whose subject is no order, and that listens to one source. */
export const stockTrigger = defineBlock({
  ...about,
  kind: 'test-stock',
  category: 'trigger',
  subject: 'stock',
  params: z.strictObject({}),
  ports: () => [port('next')],
  compile: (_params, { flow, node }) => ({
    role: 'trigger',
    events: ['time.reached'],
    source: `${flow}/${node}`,
  }),
});

/** A step whose outcome only the server knows. */
export const approval = defineBlock({
  ...about,
  kind: 'test-approval',
  category: 'person',
  params: z.strictObject({ need: z.boolean().default(false) }),
  ports: ({ need }) => [port('approved', need ? 'error' : 'nothing'), port('rejected')],
  compile: (_params, { node }) => ({
    role: 'action',
    event: { type: 'open-approval', params: { step: node } },
    stages: ['approved', 'rejected'],
  }),
});

export const deny = defineBlock({
  ...about,
  kind: 'test-deny',
  category: 'gate',
  params: z.strictObject({}),
  ports: () => [],
  compile: () => ({ role: 'action', event: { type: 'deny', params: { code: 'other' } } }),
});

/** The vocabulary of a build that handles everything its blocks need. */
export const fullVocabulary = vocabularyFor(
  new Set([...blocks.flatMap(({ needs = [] }) => needs), 'gate', 'stage.entered']),
);

/** The same with blocks that show one thing at a time. */
export const testVocabulary: Vocabulary = {
  ...fullVocabulary,
  blocks: new Map([
    ...fullVocabulary.blocks,
    ...[gateTrigger, stockTrigger, approval, deny].map((block) => [block.kind, block] as const),
  ]),
};
