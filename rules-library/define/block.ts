import type { z } from 'zod';
import type { Condition } from '../schema/condition.ts';
import type { DerivedFact, JsonEvent } from '../schema/rule.ts';
import type { Text } from '../schema/text.ts';
import type { Choice, FactType } from './fact.ts';
import type { Segment, SentenceContext } from './sentence.ts';

export type BlockCategory =
  'trigger' | 'check' | 'compute' | 'person' | 'many' | 'gate' | 'stock' | 'action' | 'note';

/** Subjects a trigger gives and a command takes as its target. */
export type SubjectKind =
  | 'order'
  | 'stock'
  | 'sku'
  | 'transfer'
  | 'lane'
  | 'case'
  | 'company'
  | 'alert'
  | 'reservation'
  | 'approval'
  | 'question'
  | 'press'
  | 'channel'
  | 'flow'
  | 'release'
  | 'template'
  | 'role'
  | 'person'
  | 'session'
  | 'customer'
  | 'any';

/** What a block's colour says: information, rush, danger and locks, holds, release, season, movement. */
export type BlockTone = 'primary' | 'rush' | 'danger' | 'hold' | 'good' | 'season' | 'movement' | 'neutral';

/** An exit of a block: a named pill on the node's face. */
export interface Port {
  id: string;
  label: Text;
  /** What happens when it is left unconnected: nothing, a publish error, or the rule for unknown data. */
  unconnected: 'nothing' | 'error' | 'unknown';
  /** Events under which it may stay open although it must lead on. */
  openUnder?: readonly string[];
  /** Left unconnected it goes the way of this other port of the block. */
  follows?: string;
}

/**
 * When a port opens, said in three values about drawn conditions. The compiler turns it into two-valued rules:
 * `yes` = surely true, `no` = surely false, `unknown` = neither, `not-yes` = false or unknown.
 */
export type When =
  { is: 'yes' | 'no' | 'unknown' | 'not-yes'; of: Condition } | { all: When[] } | { any: When[] };

/** What a node means. The compiler knows these roles and no block kind. */
export type BlockPlan =
  /** `subject`: what it gives, where that depends on its params. */
  | { role: 'trigger'; events: string[]; source?: string; subject?: SubjectKind }
  /** `matches`: later blocks may take this node's `FLOW.NODE.matched` lines. `emits`: what it does besides deciding. */
  | {
      role: 'check';
      exits: Record<string, When>;
      derived?: DerivedFact[];
      matches?: boolean;
      emits?: { event: JsonEvent; when: When };
    }
  | { role: 'compute'; derived: DerivedFact[] }
  /**
   * `stages`: ports that open new stages, decided once the server knows the outcome; `subjects` says which of them have another
   * subject. `derived` is what the event's params need, `items` a condition on each item, added to them as `where`.
   */
  | {
      role: 'action';
      event: JsonEvent;
      stages?: string[];
      subjects?: Readonly<Record<string, SubjectKind>>;
      derived?: DerivedFact[];
      items?: { subject: SubjectKind; where: Condition };
    }
  | { role: 'note' };

/** A fact a node calculates, for everything behind it: `FLOW.NODE`, or with an output `FLOW.NODE.OUTPUT`. */
export interface BlockResult {
  output?: string;
  /** Beside the node's name: 「客户折扣 · 折扣」. */
  label: Text;
  type: FactType;
  choices?: readonly Choice[];
  /** The choices are listed most important first. */
  ordered?: boolean;
}

export interface BlockContext {
  flow: string;
  node: string;
  /** `FLOW.NODE`: prefix of this node's derived facts. */
  result: string;
  /** Result of the nearest earlier line-condition on every path (`matched` in params), if any: its `FLOW.NODE`. */
  matchedLines: string | undefined;
}

/** An example is a test: these params, drawn alone after a trigger, must compile and behave as said. */
export interface BlockExample {
  name: Text;
  params: unknown;
  facts?: Record<string, unknown>;
  /** For checks: the port that opens on these facts. For actions: the emitted params. */
  port?: string;
  emits?: JsonEvent;
  /** For blocks that calculate: results by output (`''` for the node's own); undefined for one that cannot be known. */
  gives?: Record<string, unknown>;
  /** For params that must be refused: the code of the problem. */
  problem?: string;
}

export interface BlockDefinition {
  kind: string;
  version: number;
  category: BlockCategory;
  label: Text;
  help: Text;
  /** Colour of its face and palette entry; its category's without one. */
  tone?: BlockTone;
  /** Trigger blocks: the subject they give. Others: subjects they may follow (absent: any). */
  subject?: SubjectKind;
  follows?: readonly SubjectKind[];
  /** What blocks behind it may act on besides the trigger's subject. */
  gives?: SubjectKind;
  /** Commands it issues and events it listens to: without a part of the server that does, no palette offers it. */
  needs?: readonly string[];
  /** Ports, given the params (a branch has one per case). */
  ports: (params: unknown) => Port[];
  /** Zod schema with UI hints (`.meta({ ui })`): inspector form, validation and documentation come from it. */
  params: z.ZodType;
  /** Params of a block just dropped on the canvas. */
  initial: Record<string, unknown>;
  compile: (params: never, context: BlockContext) => BlockPlan;
  /** What it calculates, with names and types; `compile` says how. */
  results?: (params: never) => BlockResult[];
  /** The node's face in words: 「若 订单金额 高于 ¥5,000」. Without it the label stands alone. */
  sentence?: (params: never, context: SentenceContext) => Segment[];
  /** What holds when it is left by this port, for sentences of what follows; absent for exits that say nothing (`next`). */
  exit?: (params: never, port: string, context: SentenceContext) => Segment[];
  /** For import, where the event it issues has another name than the block: the params that issue it, if any do. */
  fromEvent?: (event: JsonEvent) => Record<string, unknown> | undefined;
  examples: readonly BlockExample[];
}

/** A block as its file writes it: `compile` and `ports` take the parsed params. */
export interface BlockSource<Params extends z.ZodType> extends Omit<
  BlockDefinition,
  'params' | 'compile' | 'results' | 'ports' | 'sentence' | 'exit'
> {
  params: Params;
  ports: (params: z.output<Params>) => Port[];
  compile: (params: z.output<Params>, context: BlockContext) => BlockPlan;
  results?: (params: z.output<Params>) => BlockResult[];
  sentence?: (params: z.output<Params>, context: SentenceContext) => Segment[];
  exit?: (params: z.output<Params>, port: string, context: SentenceContext) => Segment[];
}

/** Defines one block: palette entry, node face, inspector form, validation, documentation and contract test come from it. */
export function defineBlock<Params extends z.ZodType>(source: BlockSource<Params>): BlockDefinition {
  return source as unknown as BlockDefinition;
}

/** UI hints of one param, put on its schema by `.meta({ ui: … })`. `field` names a widget of the inspector. */
export interface ParamUi {
  label: Text;
  help?: Text;
  /** conditions, cases, choice, choices, text, text-with-facts, number, money, duration, hours, time, yes-no, fact, operator, list-name, roles, buttons, field-name, value, quantifier … */
  field: string;
  options?: readonly { value: string; label: Text }[];
  placeholder?: Text;
  unit?: Text;
  /** Shown only when another param has one of these values. */
  shownWhen?: { param: string; in: readonly unknown[] };
  advanced?: boolean;
}
