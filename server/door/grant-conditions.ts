import type { GrantCondition } from '../../rules-library/choices/grant-conditions.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { Actor } from './actor.ts';
import type { Need, Press, State, StoredDocument } from './handler.ts';

/** How one condition of a grant is asked. */
interface ConditionRule {
  needs(press: Press, state?: State): Need[];
  /** Pure; what is not known does not hold. */
  holds(press: Press, state: State): boolean;
  /** After the button's name. */
  refusal(actor: Actor): Text;
}

/** Where the warehouse of a thing is read (`placedKinds`); null: it is in its id. */
const placed: Readonly<Record<string, string | null>> = {
  order: 'orders',
  alert: 'alerts',
  stock: null,
  reservation: 'reservations',
  press: 'audit',
};

interface PlacedDocument extends StoredDocument {
  lines?: { warehouse?: string }[];
  warehouse?: string | null;
  order?: string | null;
  /** Of a press: what it left, the locks it made among it. */
  after?: { locks?: { warehouse?: string }[] } | null;
}

/** What is acted on lies in the person's own warehouse; a warehouse named in the input has to be theirs too. */
const ownWarehouse: ConditionRule = {
  needs({ target }, state) {
    if (target === null || !Object.hasOwn(placed, target.kind)) return [];
    const collection = placed[target.kind];
    if (collection === null || collection === undefined) return [];
    // An alert of no warehouse is as near as the order it is about.
    const order = state?.get<PlacedDocument>('alerts', target.id)?.order;
    return [
      { collection, ids: [target.id] },
      ...(target.kind === 'alert' && typeof order === 'string'
        ? [{ collection: 'orders', ids: [order] }]
        : []),
    ];
  },
  holds({ target, input, actor }, state) {
    const own = actor.warehouse;
    if (own === null) return false;
    const named = warehouseOf(input);
    if (named !== undefined && named !== own) return false;
    if (target === null) return named === own;
    return warehousesOf(target, state).includes(own);
  },
  refusal: ({ warehouse }) =>
    warehouse === null
      ? { zh: '只限本仓，而您没有所在仓', en: 'in your own warehouse only, and you have none' }
      : { zh: `只限本仓 ${warehouse}`, en: `in your own warehouse ${warehouse} only` },
};

export const conditionRules: Readonly<Record<GrantCondition, ConditionRule>> = {
  'own-warehouse': ownWarehouse,
};

function warehouseOf(input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null || !('warehouse' in input)) return undefined;
  return typeof input.warehouse === 'string' ? input.warehouse : undefined;
}

function warehousesOf(target: { kind: string; id: string }, state: State): string[] {
  if (target.kind === 'stock') return [target.id.split('|', 1)[0]!];
  const collection = placed[target.kind];
  const document =
    collection === null || collection === undefined
      ? undefined
      : state.get<PlacedDocument>(collection, target.id);
  if (target.kind === 'press')
    return (document?.after?.locks ?? []).flatMap(({ warehouse }) => warehouse ?? []);
  if (target.kind === 'reservation')
    return typeof document?.warehouse === 'string' ? [document.warehouse] : [];
  if (target.kind !== 'alert') return linesOf(document);
  if (typeof document?.warehouse === 'string') return [document.warehouse];
  return typeof document?.order === 'string'
    ? linesOf(state.get<PlacedDocument>('orders', document.order))
    : [];
}

function linesOf(order: PlacedDocument | undefined): string[] {
  return (order?.lines ?? []).flatMap(({ warehouse }) => warehouse ?? []);
}
