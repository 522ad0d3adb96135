import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import { resultsOfFlow } from '../../rules-library/results/results-of.ts';
import type { Flow, FlowNode } from '../../rules-library/schema/flow.ts';
import { nodeName } from '../../rules-library/sentences/index.ts';
import { analyse, compileFlow, type Finding, type FindingNames } from '../../runtime/index.ts';
import { calculationsOf } from './calculations-of.ts';

/**
 * What is worth a look in a drawing as it is now, in the reader's own words. A drawing that cannot be compiled yet is looked at
 * by its tables and score cards alone, rows that still lack a result among them.
 */
export function findingsOf(flow: Flow, vocabulary: Vocabulary): Finding[] {
  const compiled = compileFlow(flow, vocabulary);
  const whole = !compiled.problems.some(({ level }) => level === 'error');
  const looked = whole ? compiled : compileFlow(calculationsOf(flow, vocabulary), vocabulary);
  const results = resultsOfFlow(flow, vocabulary);
  const facts = new Map([...vocabulary.facts, ...results.map((fact) => [fact.id, fact] as const)]);
  const findings = analyse(looked.rules, {
    derived: looked.derived,
    vocabulary: { ...vocabulary, facts },
    names: namesIn(flow, vocabulary),
  });
  // Facts nobody provides are told as problems of the drawing already.
  return findings.filter(({ kind }) => kind !== 'unknown-fact' || whole);
}

/** What the drawing calls its parts. */
function namesIn(flow: Flow, vocabulary: Vocabulary): FindingNames {
  const nodeOf = (id: string): FlowNode | undefined => flow.nodes.find((node) => node.id === id);
  const named = (node: FlowNode | undefined) => (node === undefined ? undefined : nodeName(node, vocabulary));
  return {
    rule: (id) => named(nodeOf(id.split('/').at(-1) ?? '')),
    node: (id) => named(nodeOf(id.slice(flow.id.length + 1))),
    row: (table, row) => {
      const rows = nodeOf(table.slice(flow.id.length + 1))?.params.rows;
      const at = Array.isArray(rows) ? rows.findIndex(({ id }: { id: string }) => id === row) : -1;
      return at < 0 ? undefined : { zh: `第 ${at + 1} 行`, en: `row ${at + 1}` };
    },
  };
}
