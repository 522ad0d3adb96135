import type { JsonRule } from '../../rules-library/schema/rule.ts';

/** A later stage of a flow: what `event.stage` holds, `FLOW/NODE:PORT`. */
export interface StageName {
  flow: string;
  node: string;
  port: string;
}

const id = '[a-z0-9][A-Za-z0-9_-]{0,63}';
const stagePattern = new RegExp(`^(${id})/(${id}):(${id})$`);
const rulePattern = new RegExp(`^(${id})/(?:${id}:${id}/)?(${id})$`);

/** The parts of a stage's name; undefined for what names none. */
export function readStage(name: string): StageName | undefined {
  const match = stagePattern.exec(name);
  return match === null ? undefined : { flow: match[1]!, node: match[2]!, port: match[3]! };
}

/** The flow and the node a rule of ours stands for, by its id `FLOW[/NODE:PORT]/NODE`. */
export function nodeOfRule({ id: rule }: JsonRule): { flow: string; node: string } | undefined {
  const match = rulePattern.exec(rule);
  return match === null ? undefined : { flow: match[1]!, node: match[2]! };
}
