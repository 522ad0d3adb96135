import type { CommandDefinition } from '../../rules-library/define/command.ts';
import type { Actor } from '../door/actor.ts';
import { changeFacts } from '../events/change-facts.ts';
import type { StoredOrder } from '../orders/order.ts';

type FactRecord = Record<string, unknown>;

/**
 * What a pressed button would change, as one set of `change.*` facts. Amount and date are told whenever both are known, also
 * where they stay as they are: "0 days later" is an answer, and nothing a gate could not decide for want of data.
 */
export function changeAtGate(
  before: StoredOrder,
  after: StoredOrder,
  by: 'person' | 'connector',
  zone: string,
): FactRecord {
  const sets = changeFacts(before, after, by, zone);
  const facts: FactRecord = { 'change.by': by, ...unchangedFacts(before) };
  for (const set of sets) Object.assign(facts, set);
  facts['change.field'] = sets[0]?.['change.field'] ?? 'other';
  return facts;
}

/** As if amount and date were changed to what they are. */
function unchangedFacts({ total, requestedDelivery }: StoredOrder): FactRecord {
  return {
    ...(total === undefined
      ? {}
      : { 'change.amountFrom': total, 'change.amountTo': total, 'change.amountBy': 0 }),
    ...(requestedDelivery === undefined
      ? {}
      : {
          'change.dateFrom': requestedDelivery,
          'change.dateTo': requestedDelivery,
          'change.daysLater': 0,
        }),
  };
}

/** Who presses: of several roles the one that gives the button. A system has neither role nor warehouse. */
export function actorFacts({ roles, warehouse }: Actor, command: CommandDefinition | undefined): FactRecord {
  const giving = roles.find((role) => (command?.roles as readonly string[] | undefined)?.includes(role));
  const role = giving ?? roles[0];
  return {
    ...(role === undefined ? {} : { 'actor.role': role }),
    ...(warehouse === null ? {} : { 'actor.warehouse': warehouse }),
  };
}
