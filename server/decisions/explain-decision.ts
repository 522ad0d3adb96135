import type { ExplanationView } from '../../rules-library/contract/orders.ts';
import { vocabulary } from '../../rules-library/index.ts';
import type { Comparison, Condition } from '../../rules-library/schema/condition.ts';
import type { Flow, FlowNode } from '../../rules-library/schema/flow.ts';
import type { Facts } from '../../rules-library/schema/rule.ts';
import type { Language, Text } from '../../rules-library/schema/text.ts';
import { plainText, sentenceOfCondition, sentenceOfNode } from '../../rules-library/sentences/index.ts';
import type { Change, ExplainedCondition, ExplainedRule } from '../../runtime/index.ts';
import type { ActiveRelease } from '../releases/active-release.ts';

type RuleView = ExplanationView['rules'][number];

interface Explaining {
  release: ActiveRelease;
  /** Facts of the decision with the lists it read. */
  facts: Facts;
  zone: string;
  nameOfList: (id: string) => Text | undefined;
  /** Facts whose values the reader may not read. */
  isHidden: (fact: string) => boolean;
}

/** Why each rule of the event matched or did not, in words and by node for the canvas. */
export function explainDecision(explaining: Explaining): RuleView[] {
  const { release, facts, zone } = explaining;
  const flows = new Map(release.content.flows.map(({ flow }) => [flow.id, flow]));
  const prepared = release.program.prepare(facts);
  const { rules } = release.program.explain(facts);
  return rules
    .filter(({ state }) => state !== 'not-reached')
    .flatMap((rule) => {
      const entry = release.sourceMap[rule.rule];
      const flow = flows.get(entry?.flow ?? '');
      if (entry === undefined || flow === undefined) return [];
      const words = new Words({ ...explaining, flow, facts: prepared });
      const node = flow.nodes.find(({ id }) => id === entry.node);
      const forMissing = node !== undefined && isCheck(node);
      if (forMissing && rule.state !== 'matched') return [];
      const conditions = forMissing
        ? rule.conditions.filter(({ state }) => state === 'unknown')
        : rule.conditions;
      return [
        {
          rule: rule.rule,
          flow: entry.flow,
          flowName: flow.name,
          node: entry.node,
          path: entry.path,
          ports: entry.ports,
          state: rule.state,
          text: node === undefined ? flow.name : faceOf(node, flow, zone, forMissing),
          conditions: conditions.map((condition) => words.condition(condition)),
          flip: words.flip(rule),
        },
      ];
    });
}

/** A check's own rule is the compiler's: what it does where data is missing. */
function isCheck(node: FlowNode): boolean {
  return vocabulary.blocks.get(node.kind)?.category === 'check';
}

function faceOf(node: FlowNode, flow: Flow, zone: string, forMissing: boolean): Text {
  const { zh, en } = both((language) =>
    plainText(sentenceOfNode(node, flow, language, vocabulary, { zone })),
  );
  return forMissing
    ? { zh: `缺少数据，转人工：${zh}`, en: `Data is missing, left to a person: ${en}` }
    : { zh, en };
}

function both(say: (language: Language) => string): Text {
  return { zh: say('zh'), en: say('en') };
}

/** A comparison as drawn; one the rule needs not to hold is said that way round. */
function drawn({ fact, path, operator, value }: ExplainedCondition | (Change & { path?: null })): Comparison {
  return {
    fact,
    operator,
    value: value as Comparison['value'],
    ...(path === null || path === undefined ? {} : { path }),
  };
}

const opposite = { true: 'false', false: 'true', unknown: 'unknown', 'not-reached': 'not-reached' } as const;

interface Telling extends Omit<Explaining, 'release'> {
  flow: Flow;
}

class Words {
  private readonly about: Telling;

  constructor(about: Telling) {
    this.about = about;
  }

  condition(explained: ExplainedCondition): RuleView['conditions'][number] {
    const comparison = drawn(explained);
    return {
      id: explained.name,
      state: explained.negated ? opposite[explained.state] : explained.state,
      text: this.say(explained.negated ? { not: comparison } : comparison, this.isReadable(comparison)),
    };
  }

  /** What would have made it match; nothing to say of a rule that did. */
  flip({ flip }: ExplainedRule): Text | null {
    if (flip === null || flip.length === 0) return null;
    const changes = flip.map((change): Condition => {
      const comparison = drawn({ ...change, path: null });
      return change.to === 'hold' ? comparison : { not: comparison };
    });
    const { zh, en } = this.say({ all: changes }, false);
    return { zh: `如果 ${zh}，就会命中`, en: `It would have matched if ${en}` };
  }

  /** Without the values of what the reader may not read: the rule is said, not what it met. */
  private isReadable({ fact, value }: Comparison): boolean {
    const right = typeof value === 'object' && value !== null && 'fact' in value ? value.fact : undefined;
    return ![fact, right].some((one) => typeof one === 'string' && this.about.isHidden(one));
  }

  private say(condition: Condition, withActual: boolean): Text {
    return both((language) =>
      plainText(
        sentenceOfCondition(condition, language, vocabulary, {
          zone: this.about.zone,
          flow: this.about.flow,
          ...(withActual ? { actual: this.about.facts } : {}),
          nameOf: (kind, id) => (kind === 'list' ? this.about.nameOfList(id) : undefined),
        }),
      ),
    );
  }
}
