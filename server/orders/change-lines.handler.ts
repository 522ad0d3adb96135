import type { z } from 'zod';
import type { wantedLineSchema } from '../../rules-library/commands/change-lines.command.ts';
import { isRefusal, type CommandHandler, type Refusal } from '../door/handler.ts';
import { changeHandler, type ChangeTools } from './change-handler.ts';
import type { StoredLine, StoredOrder } from './order.ts';
import { badInput } from './refusal.ts';

type WantedLine = z.output<typeof wantedLineSchema>;

/** The lines as they shall be: known ones keep number and price, new ones get the next free number. */
function linesOf(wanted: readonly WantedLine[], order: StoredOrder): StoredLine[] | Refusal {
  const known = new Map(order.lines.map((line) => [line.lineId, line]));
  const prices = new Map(order.lines.map(({ sku, unitPrice }) => [sku, unitPrice]));
  const taken = new Set(known.keys());
  const used = new Set<string>();
  const lines: StoredLine[] = [];
  for (const [index, line] of wanted.entries()) {
    const lineId = line.lineId ?? nextId(taken);
    if (line.lineId !== undefined && !known.has(lineId)) {
      return badInput(`lines.${index}.lineId`, {
        zh: `订单没有明细「${lineId}」；新加的明细不用写明细号`,
        en: `The order has no line "${lineId}"; a new line needs no number`,
      });
    }
    if (used.has(lineId)) {
      return badInput(`lines.${index}.lineId`, {
        zh: `明细「${lineId}」写了两次`,
        en: `Line "${lineId}" stands twice`,
      });
    }
    used.add(lineId);
    taken.add(lineId);
    const before = known.get(lineId);
    const unitPrice = before?.sku === line.sku ? before.unitPrice : prices.get(line.sku);
    lines.push({ ...line, lineId, ...(unitPrice === undefined ? {} : { unitPrice }) });
  }
  return lines;
}

function nextId(taken: ReadonlySet<string>): string {
  let next = taken.size + 1;
  while (taken.has(String(next))) next++;
  return String(next);
}

/** Changes goods and quantities of an order that is not being picked yet. */
export function changeLinesHandler(tools: ChangeTools): CommandHandler {
  const handler = changeHandler<{ lines: WantedLine[] }>(
    {
      name: 'change-lines',
      before: 'picking',
      changesOf({ lines }, order) {
        const wanted = linesOf(lines, order);
        return isRefusal(wanted) ? wanted : { lines: wanted };
      },
    },
    tools,
  );
  return {
    ...handler,
    needs: (press, state) => [
      ...handler.needs(press, state),
      {
        collection: 'skus',
        ids: ((press.input as { lines?: WantedLine[] }).lines ?? []).map(({ sku }) => sku),
      },
    ],
  };
}
