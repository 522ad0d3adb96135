import type { JsonCondition, JsonRule } from '../../rules-library/schema/rule.ts';

/** When a rule applies: the event, and the stage for rules of later stages. Null: any. */
export interface Scope {
  event: string | null;
  stage: string | null;
}

export function scopeName({ event, stage }: Scope): string {
  return JSON.stringify([event, stage]);
}

/** The scopes a rule says it applies in, by the guards its conditions begin with. */
export function scopesOf({ conditions }: JsonRule): Scope[] {
  const parts = 'all' in conditions ? conditions.all : [conditions];
  const events = guardOf(parts, 'event.type');
  const [stage = null] = guardOf(parts, 'event.stage');
  return events.length === 0 ? [{ event: null, stage }] : events.map((event) => ({ event, stage }));
}

function guardOf(parts: readonly JsonCondition[], fact: string): string[] {
  for (const part of parts) {
    if (!('fact' in part) || part.fact !== fact || part.path !== undefined) continue;
    if (part.operator === 'equal' && typeof part.value === 'string') return [part.value];
    if (part.operator !== 'in' || !Array.isArray(part.value)) continue;
    return part.value.filter((value) => typeof value === 'string');
  }
  return [];
}

/** Rules by scope: those of an event and stage, with the ones that apply to any. */
export class RulesByScope {
  private readonly byName = new Map<string, { scope: Scope; rules: JsonRule[] }>();

  constructor(rules: readonly JsonRule[]) {
    for (const rule of rules) {
      for (const scope of scopesOf(rule)) {
        const name = scopeName(scope);
        const entry = this.byName.get(name) ?? { scope, rules: [] };
        this.byName.set(name, entry);
        entry.rules.push(rule);
      }
    }
  }

  scopes(): Scope[] {
    return [...this.byName.values()].map(({ scope }) => scope);
  }

  of({ event, stage }: Scope): JsonRule[] {
    const wanted = [
      { event, stage },
      { event, stage: null },
      { event: null, stage },
      { event: null, stage: null },
    ];
    const names = new Set(wanted.map(scopeName));
    return [...names].flatMap((name) => this.byName.get(name)?.rules ?? []);
  }
}
