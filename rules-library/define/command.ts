import type { z } from 'zod';
import type { Text } from '../schema/text.ts';
import type { Port, SubjectKind } from './block.ts';
import type { Segment, SentenceContext } from './sentence.ts';

export type Role =
  | 'operations'
  | 'sales'
  | 'keeper'
  | 'service'
  | 'planner'
  | 'approver'
  | 'finance'
  | 'dispatcher'
  | 'steward'
  | 'manager';

/** How far a press reaches: `high` asks for a second look where the company wants one. */
export type Risk = 'none' | 'low' | 'high';

export interface CommandDefinition {
  name: string;
  label: Text;
  help: Text;
  /** Kinds of subject it acts on; empty for commands without a target. */
  target: readonly SubjectKind[];
  /** Zod schema of the input, with UI hints. */
  input: z.ZodType;
  /** People must give reason and voucher number. */
  needsReason: boolean;
  /** A rule may press it: then it is an action block of the palette too. */
  automatable: boolean;
  /** Has a button a person can press (else it is a write without a button, or a rule's only). */
  button: boolean;
  /** Pressed by the server itself on somebody's behalf: by no person, key or rule. */
  systemOnly?: boolean;
  /** Pressed as it stands: what may be filled in is left to the command. No form is opened for it. */
  atOnce?: true;
  risk: Risk;
  /** Ports of the action block, `next` for commands that cannot fail. */
  ports: readonly Port[];
  /** First settings; the data steward changes them. */
  roles: readonly Role[];
  /**
   * What pressing it with this input does, in words: 「挂起订单：信用超限」. Drawn inputs may hold facts and `{ inMinutes }`. Without
   * it, label and input are listed.
   */
  sentence?: (input: Record<string, unknown>, context: SentenceContext) => Segment[];
  /** Its outcome opens a stage of the drawing: each rule's effect stands for itself, however equal another one is. */
  opensStage?: true;
  /** Two effects on the same target clash only when their keys are equal. */
  key: (input: never) => string;
}

export interface CommandSource<Input extends z.ZodType> extends Omit<CommandDefinition, 'input' | 'key'> {
  input: Input;
  key: (input: z.output<Input>) => string;
}

/** Defines one button: its contract. The handler is `server/<topic>/<name>.handler.ts`. */
export function defineCommand<Input extends z.ZodType>(source: CommandSource<Input>): CommandDefinition {
  return source;
}
