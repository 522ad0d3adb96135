import { z } from 'zod';
import { layerIds, layers } from '../choices/layers.ts';
import { shortChoices, shortIds } from '../choices/short-choices.ts';
import { defineCommand } from '../define/command.ts';
import { ui } from '../define/ui.ts';
import { failingPorts } from './failing-ports.ts';

const code = z.string().trim().min(1).max(64);

/** A line to lock: all that is missing of it, or so many units, in its own warehouse or another. */
export const lockLineSchema = code.or(
  z.strictObject({
    lineId: code,
    quantity: z.int().min(1).max(1_000_000).optional(),
    warehouse: code.optional(),
  }),
);

export const LockInput = z.object({
  lines: z
    .array(lockLineSchema)
    .max(500)
    .optional()
    .meta(ui({ label: { zh: '明细', en: 'Lines' }, field: 'lines', advanced: true })),
  layer: z
    .enum(layerIds)
    .optional()
    .meta(ui({ label: { zh: '锁库层级', en: 'Lock layer' }, field: 'choice', options: layers })),
  until: z.iso
    .datetime({ offset: true })
    .optional()
    .meta(ui({ label: { zh: '锁到', en: 'Until' }, field: 'time', advanced: true })),
  ifShort: z
    .enum(shortIds)
    .optional()
    .meta(
      ui({ label: { zh: '不够时', en: 'If there is not enough' }, field: 'choice', options: shortChoices }),
    ),
});

export const lockStock = defineCommand({
  name: 'lock-stock',
  label: { zh: '一键锁库', en: 'Lock stock' },
  help: {
    zh: '给订单锁住库存，立刻生效，一分钟内可以撤销。不填明细就锁全部，不填层级就按订单的层级。',
    en: 'Locks stock for the order at once; it can be taken back for a minute. Without lines all are locked, without a layer in the one of the order.',
  },
  target: ['order', 'alert'],
  input: LockInput,
  needsReason: false,
  automatable: true,
  button: true,
  atOnce: true,
  risk: 'low',
  ports: failingPorts,
  roles: ['keeper', 'operations'],
  key: ({ lines }) => JSON.stringify(lines ?? []),
});
