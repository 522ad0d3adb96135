import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import { resultsOfFlow } from '../../rules-library/results/results-of.ts';
import type { Flow, FlowNode } from '../../rules-library/schema/flow.ts';
import { nodeName } from '../../rules-library/sentences/index.ts';
import { analyse, compileFlow, type Finding, type FindingNames } from '../../runtime/index.ts';
import { isTableBlock } from '../table/model/completed-table.ts';
import { compiledCalculations } from './calculations-of.ts';

/**
 * What is worth a look in a drawing as it is now, in the reader's own words. A drawing that cannot be compiled yet is looked at
 * by its tables and score cards alone, rows that still lack a result among them.
 */
export function findingsOf(flow: Flow, vocabulary: Vocabulary): Finding[] {
  const compiled = compileFlow(flow, vocabulary);
  const whole = !compiled.problems.some(({ level }) => level === 'error');
  const looked = whole ? compiled : compiledCalculations(flow, vocabulary).compiled;
  const results = resultsOfFlow(flow, vocabulary);
  const facts = new Map([...vocabulary.facts, ...results.map((fact) => [fact.id, fact] as const)]);
  const findings = analyse(looked.rules, {
    derived: looked.derived,
    vocabulary: { ...vocabulary, facts },
    names: namesIn(flow, vocabulary),
  });
  // Facts nobody provides are told as problems of the drawing already.
  const told = findings.filter(({ kind }) => kind !== 'unknown-fact' || whole);
  return [...told, ...notLookedAt(flow, vocabulary, new Set(looked.derived.map(({ id }) => id)))];
}

/** Tables nothing could be said of: silence would read as if they were sound. */
function notLookedAt(flow: Flow, vocabulary: Vocabulary, looked: ReadonlySet<string>): Finding[] {
  return flow.nodes.flatMap((node): Finding[] => {
    const block = vocabulary.blocks.get(node.kind);
    if (block === undefined || !isTableBlock(block) || looked.has(`${flow.id}.${node.id}`)) return [];
    const { zh, en } = nodeName(node, vocabulary);
    return [
      {
        kind: 'undecided',
        level: 'info',
        rules: [],
        nodes: [`${flow.id}/${node.id}`],
        text: {
          zh: `决策表「${zh}」的空档和重叠这次没有查`,
          en: `Gaps and overlaps of table "${en}" were not looked for`,
        },
        cure: {
          zh: '先把触发、它用到的数据和它自己补好',
          en: 'Mend its trigger, the data it uses, and the table itself first',
        },
        witness: null,
      },
    ];
  });
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
