/** The states an order passes, in order; `cancelled` and `archived` stand beside them. */
export const orderRoad: readonly string[] = [
  'received',
  'confirmed',
  'released',
  'picking',
  'shipped',
  'delivered',
  'closed',
];

/** States in which nothing more is done with an order. */
export const endedStates: ReadonlySet<string> = new Set(['closed', 'cancelled', 'archived']);
