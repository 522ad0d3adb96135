import type { Facts } from '../../rules-library/schema/rule.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import { tableOf, type Table, type TableRow } from '../solve/table.ts';
import type { Analysis } from './analysis.ts';
import { smallestCore } from './core.ts';
import type { Finding } from './finding.ts';
import { nodeWords, rowWords } from './naming.ts';
import { proofOf } from './proof.ts';
import { TableJudge, want } from './table-judge.ts';
import { factsWords, fill } from './words.ts';

/** Most pairs of rows that are told of one table. */
const mostOverlaps = 50;

interface Asked {
  table: Table;
  judge: TableJudge;
  analysis: Analysis;
}

/** Holes, rows that can never count, and rows that may not be met together but can be. */
export function tableFindings(analysis: Analysis): Finding[] {
  const { vocabulary, derived, programs } = analysis;
  return derived.flatMap((one) => {
    const table = tableOf(one);
    if (table === undefined) return [];
    const judge = new TableJudge(table, { vocabulary, derived, calculated: programs.calculated });
    const asked = { table, judge, analysis };
    const idle = table.rows.map((row, index) => idleRow(asked, row, index));
    const live = table.rows.filter((_, index) => idle[index] === undefined);
    return [
      ...gap(asked),
      ...idle.filter((finding) => finding !== undefined),
      ...(table.hit === 'UNIQUE' ? overlaps(asked, live) : []),
    ];
  });
}

function gap(asked: Asked): Finding[] {
  const { table, judge } = asked;
  if (!needsARow(asked)) return [];
  const verdict = judge.metByNone(table.rows);
  if (verdict.kind === 'impossible') return [];
  if (verdict.kind === 'undecided') return [undecided(asked)];
  return [
    finding(
      asked,
      { kind: 'gap', level: 'warning', witness: verdict.facts },
      { zh: '决策表{0}有空档，这种情况没有一行适用：{1}', en: 'Table {0} has a gap; no row is for: {1}' },
      [exampleWords(asked, verdict.facts)],
      {
        zh: '补一行，或填上「其他情况」的结果',
        en: 'Add a row, or say what the results are otherwise',
      },
    ),
  ];
}

/** Tables that collect may find nothing, and outputs may say what they are then. */
function needsARow({ table, analysis }: Asked): boolean {
  if (table.hit === 'COLLECT') return false;
  const outputs = analysis.derived.filter(
    ({ calculate, with: settings }) => calculate === 'table-output' && settings.rows === table.id,
  );
  return outputs.length === 0 || outputs.some(({ with: { otherwise } }) => otherwise === undefined);
}

/** A row whose own cells exclude each other, or that rows before it never leave anything to. */
function idleRow(asked: Asked, row: TableRow, index: number): Finding | undefined {
  const { table, judge, analysis } = asked;
  const nameOf = ({ id }: TableRow): Text => rowWords(table.id, id, analysis.names);
  if (judge.isIdle(row, [])) {
    return {
      ...finding(
        asked,
        { kind: 'unreachable', level: 'warning', witness: null, rows: [row.id] },
        {
          zh: '决策表{0}的{1}永远不会适用，条件互相矛盾',
          en: 'In table {0}, {1} can never apply: its cells exclude each other',
        },
        [nameOf(row)],
        { zh: '改这一行的条件，或删去它', en: 'Change the cells of this row, or remove it' },
      ),
      proof: proofOf([want(row.yes)], judge.literals, analysis.vocabulary),
    };
  }
  if (table.hit !== 'FIRST') return undefined;
  const before = table.rows.slice(0, index).filter((other) => judge.mayMeet(row, other));
  if (before.length === 0 || !judge.isIdle(row, before)) return undefined;
  const taking = smallestCore(before, (some) => judge.isIdle(row, some));
  const names = taking.map(nameOf);
  return {
    ...finding(
      asked,
      {
        kind: 'redundant',
        level: 'warning',
        witness: null,
        rows: [row, ...taking].map(({ id }) => id),
      },
      {
        zh: '决策表{0}的{1}用不上，前面的{2}已经全部接住',
        en: 'In table {0}, {1} is never used: {2} before it take everything',
      },
      [nameOf(row), joinWords(names)],
      { zh: '删去这一行，或移到前面', en: 'Remove this row, or move it up' },
    ),
    proof: names.map((text) => ({ name: null, text })),
  };
}

function overlaps(asked: Asked, rows: readonly TableRow[]): Finding[] {
  const found: Finding[] = [];
  let isOpen = false;
  for (const [index, one] of rows.entries()) {
    for (const other of rows.slice(index + 1)) {
      if (found.length >= mostOverlaps) return found;
      if (!asked.judge.mayMeet(one, other)) continue;
      const verdict = asked.judge.metTogether([one, other]);
      if (verdict.kind === 'shown') found.push(overlap(asked, one, other, verdict.facts));
      isOpen ||= verdict.kind === 'undecided';
    }
  }
  return isOpen ? [...found, undecided(asked)] : found;
}

function overlap(asked: Asked, one: TableRow, other: TableRow, facts: Facts): Finding {
  return finding(
    asked,
    { kind: 'overlap', level: 'error', witness: facts, rows: [one.id, other.id] },
    {
      zh: '决策表{0}的{1}和{2}会同时适用，但只允许一行适用，结果会空着。例如：{3}',
      en: 'In table {0}, {1} and {2} apply together where only one may; there is no result then. For example: {3}',
    },
    [
      rowWords(asked.table.id, one.id, asked.analysis.names),
      rowWords(asked.table.id, other.id, asked.analysis.names),
      exampleWords(asked, facts),
    ],
    {
      zh: '让两行互相排除，或改成「从上往下第一行」',
      en: 'Make them exclude each other, or let the first row from the top count',
    },
  );
}

function undecided(asked: Asked): Finding {
  return finding(
    asked,
    { kind: 'undecided', level: 'info', witness: null },
    {
      zh: '决策表{0}是否完整、是否重叠，无法完全判定',
      en: 'Whether table {0} is complete and free of overlaps cannot be decided wholly',
    },
    [],
    { zh: '请用案例验证这张表', en: 'Check this table with cases' },
  );
}

/** `text` may name the table by `{0}` and the parts by `{1}` on. */
function finding(
  { table, analysis }: Asked,
  about: Pick<Finding, 'kind' | 'level' | 'witness' | 'rows'>,
  text: Text,
  parts: readonly Text[],
  cure: Text,
): Finding {
  const isResult = (fact: string): boolean => fact === table.id || fact.startsWith(`${table.id}.`);
  return {
    ...about,
    rules: analysis.rules.filter(({ facts }) => [...facts].some(isResult)).map(({ rule }) => rule.id),
    nodes: [table.id.replace('.', '/')],
    text: fill(text, nodeWords(table.id, analysis.names), ...parts),
    cure,
  };
}

function joinWords(texts: readonly Text[]): Text {
  return { zh: texts.map(({ zh }) => zh).join('、'), en: texts.map(({ en }) => en).join(', ') };
}

/** What the table looks at, of the facts that show it. */
function exampleWords({ judge, analysis }: Asked, facts: Facts): Text {
  const told = Object.entries(facts).filter(([fact]) => judge.inputs.has(fact));
  return factsWords(told.length === 0 ? facts : Object.fromEntries(told), analysis.vocabulary);
}
