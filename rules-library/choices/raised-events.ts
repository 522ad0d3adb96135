/** Events some part of this build raises or takes; a trigger of another one is not offered yet. `gate` stands for all gates. */
export const raisedEvents: readonly string[] = [
  'order.received',
  'rush.requested',
  'order.changed',
  'payment.changed',
  'credit.changed',
  'order.released',
  'order.shipped',
  'order.delivered',
  'order.cancelled',
  'lock.expired',
  'time.reached',
  'approval.decided',
  'gate',
  'alert.unanswered',
];
