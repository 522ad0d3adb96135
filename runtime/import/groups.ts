import type { Flow } from '../../rules-library/schema/flow.ts';
import type { JsonRule } from '../../rules-library/schema/rule.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import { RuleError } from '../program/rule-error.ts';
import { drawFlow } from './draw-flow.ts';
import type { DrawnRule } from './place-rules.ts';
import { readStage } from './read-stage.ts';

interface Group {
  events: string[];
  /** The flow whose later stages are drawn here: the drawing keeps its id, as stages are called by it. */
  flow: string | null;
  rules: DrawnRule[];
}

/** Most rules of one drawing: two blocks each, and a trigger. */
const mostRules = 900;
const firstRank = 100;

export const noFlow: Text = {
  zh: '这条规则属于某一步之后，只能和它的规则流一起画',
  en: 'this rule belongs behind a step and can only be drawn with its flow',
};

/** Rules by what they listen to and the flow whose stages they open. */
export class Groups {
  private readonly byKey = new Map<string, Group>();

  add(events: string[], flow: string | null, rule: DrawnRule): void {
    const key = `${events.join(' ')}|${flow ?? ''}`;
    const group = this.byKey.get(key) ?? { events, flow, rules: [] };
    this.byKey.set(key, group);
    group.rules.push(rule);
  }

  /** A rule of a later stage goes where the action is drawn that opens it; throws a `RuleError` when that is nowhere. */
  addLater(rule: JsonRule, stage: string, drawn: DrawnRule): void {
    const flow = readStage(stage)?.flow;
    const group = [...this.byKey.values()].find(
      (one) => one.flow === flow && one.rules.some(({ node }) => node === drawn.entry?.node),
    );
    if (group === undefined || group.rules.length >= mostRules) throw new RuleError(rule.id, noFlow);
    group.rules.push(drawn);
  }

  flows(): Flow[] {
    const groups = [...this.byKey.values()];
    const staged = groups.filter(({ rules }) => rules.some(({ entry }) => entry !== null));
    const taken = new Set(staged.flatMap(({ flow }) => flow ?? []));
    const flows: Flow[] = [];
    for (const group of groups) {
      for (let from = 0; from < group.rules.length; from += mostRules) {
        const part = group.rules.slice(from, from + mostRules);
        const id = staged.includes(group) ? group.flow! : freeId(group.events, taken);
        flows.push(drawFlow(id, firstRank + flows.length, group.events, part));
      }
    }
    return flows;
  }
}

function freeId(events: readonly string[], taken: Set<string>): string {
  const base = `imported-${events[0]!.replaceAll(/[^A-Za-z0-9_-]/g, '-')}`.slice(0, 56);
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
  taken.add(id);
  return id;
}
