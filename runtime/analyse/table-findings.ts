import type { Facts, JsonCondition } from '../../rules-library/schema/rule.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import { compileRules } from '../program/compile-rules.ts';
import { meets, type Domain } from '../solve/domain.ts';
import { testsOf, type Formula, type Goal } from '../solve/formula.ts';
import { Literals } from '../solve/literal.ts';
import { isImpossible, solve, type Verdict } from '../solve/solve.ts';
import { tableOf, type Table, type TableRow } from '../solve/table.ts';
import type { Variable } from '../solve/variable.ts';
import { wishesOf, type Analysis } from './analysis.ts';
import { boxOf } from './analysed-rule.ts';
import { smallestCore } from './core.ts';
import type { Finding } from './finding.ts';
import { proofOf } from './proof.ts';
import { factsWords, fill } from './words.ts';

/** Most steps on one question about a table. */
const budget = 400_000;
/** Most pairs of rows that are told of one table. */
const mostOverlaps = 50;

/** Holes, rows that can never count, and rows that may not be met together but can be. */
export function tableFindings(analysis: Analysis): Finding[] {
  const tables = new Map<string, Table>();
  for (const derived of analysis.derived) {
    const table = tableOf(derived);
    if (table !== undefined) tables.set(table.id, table);
  }
  return [...tables.values()].flatMap((table) => new TableAnalysis(table, analysis).findings());
}

class TableAnalysis {
  private readonly table: Table;
  private readonly analysis: Analysis;
  private readonly literals: Literals;
  /** Rows met by given facts, told by the evaluator. */
  private readonly metBy: (facts: Facts) => ReadonlySet<string>;
  /** Facts its cells look at. */
  private readonly inputs: ReadonlySet<string>;

  constructor(table: Table, analysis: Analysis) {
    this.table = table;
    this.analysis = analysis;
    const { derived, vocabulary } = analysis;
    // Holes that only choices nobody has defined would fall into are not worth telling.
    this.literals = new Literals({ facts: vocabulary.facts, derived, choices: 'listed' });
    const tests = table.rows.flatMap(({ yes, no }) => [...testsOf(yes), ...testsOf(no)]);
    for (const one of tests) this.literals.of(one);
    this.inputs = new Set(tests.map(({ fact }) => fact));
    const program = compileRules(
      table.rows.map(({ id, yes }) => ({
        id,
        conditions: { all: [conditionOf(yes)] },
        event: { type: 'row' },
      })),
      { derived: analysis.programs.calculated },
    );
    this.metBy = (facts) => new Set(program.evaluate(facts).events.map(({ ruleId }) => ruleId));
  }

  findings(): Finding[] {
    const dead = new Set<string>();
    const rows = this.table.rows.flatMap((row, index) => {
      const finding = this.deadRow(row, index);
      if (finding !== undefined) dead.add(row.id);
      return finding ?? [];
    });
    const live = this.table.rows.filter(({ id }) => !dead.has(id));
    return [...this.gap(), ...rows, ...(this.table.hit === 'UNIQUE' ? this.overlaps(live) : [])];
  }

  private gap(): Finding[] {
    if (!this.needsARow()) return [];
    const verdict = this.solve(
      this.table.rows.map(({ no }) => want(no)),
      (facts) => this.metBy(facts).size === 0,
    );
    if (verdict.kind === 'impossible') return [];
    if (verdict.kind === 'undecided') return [this.undecided()];
    return [
      this.finding(
        'gap',
        'warning',
        {
          zh: '决策表{0}有空档，这种情况没有一行适用：{1}',
          en: 'Table {0} has a gap; no row is for: {1}',
        },
        [this.words(), factsWords(inputsOf(verdict.facts, this.inputs), this.analysis.vocabulary)],
        { zh: '补一行，或加一行「其他」兜底', en: 'Add a row, or a last row that takes everything else' },
        verdict.facts,
      ),
    ];
  }

  /** Tables that collect may find nothing, and outputs may say what they are then. */
  private needsARow(): boolean {
    if (this.table.hit === 'COLLECT') return false;
    const outputs = this.analysis.derived.filter(
      ({ calculate, with: settings }) => calculate === 'table-output' && settings.rows === this.table.id,
    );
    return outputs.length === 0 || outputs.some(({ with: { otherwise } }) => otherwise === undefined);
  }

  /** A row whose own cells exclude each other, or that rows before it never leave anything to. */
  private deadRow(row: TableRow, index: number): Finding | undefined {
    const { vocabulary } = this.analysis;
    const own = [want(row.yes)];
    if (isImpossible(own, this.literals, budget)) {
      const proof = proofOf(own, this.literals, vocabulary);
      return {
        ...this.finding(
          'unreachable',
          'warning',
          {
            zh: '决策表{0}的{1}永远不会适用，条件互相矛盾',
            en: 'In table {0}, {1} can never apply: its cells exclude each other',
          },
          [this.words(), this.rowWords(row)],
          { zh: '改这一行的条件，或删去它', en: 'Change the cells of this row, or remove it' },
          null,
        ),
        proof,
      };
    }
    if (this.table.hit !== 'FIRST') return undefined;
    const before = this.table.rows.slice(0, index);
    const notBefore = before.map(({ no }) => want(no));
    const impossible = (some: readonly Goal[]): boolean =>
      isImpossible([...own, ...some], this.literals, budget);
    if (!impossible(notBefore)) return undefined;
    const masking = smallestCore(notBefore, impossible);
    const names = before
      .filter((_, place) => masking.includes(notBefore[place]!))
      .map((one) => this.rowWords(one));
    return {
      ...this.finding(
        'redundant',
        'warning',
        {
          zh: '决策表{0}的{1}用不上，前面的{2}已经全部接住',
          en: 'In table {0}, {1} is never used: {2} before it take everything',
        },
        [this.words(), this.rowWords(row), joinWords(names)],
        { zh: '删去这一行，或移到前面', en: 'Remove this row, or move it up' },
        null,
      ),
      proof: names.map((text) => ({ name: null, text })),
    };
  }

  private overlaps(rows: readonly TableRow[]): Finding[] {
    const found: Finding[] = [];
    const boxes = rows.map(({ yes }) => boxOf(yes, this.literals));
    for (const [index, one] of rows.entries()) {
      for (let place = index + 1; place < rows.length; place++) {
        if (found.length >= mostOverlaps) return found;
        if (!meet(boxes[index]!, boxes[place]!)) continue;
        const other = rows[place]!;
        const verdict = this.solve([want(one.yes), want(other.yes)], (facts) => {
          const met = this.metBy(facts);
          return met.has(one.id) && met.has(other.id);
        });
        if (verdict.kind === 'undecided') found.push(this.undecided());
        if (verdict.kind !== 'shown') continue;
        found.push(
          this.finding(
            'overlap',
            'error',
            {
              zh: '决策表{0}的{1}和{2}会同时适用，但只允许一行适用，结果会空着。例如：{3}',
              en: 'In table {0}, {1} and {2} apply together where only one may; there is no result then. For example: {3}',
            },
            [
              this.words(),
              this.rowWords(one),
              this.rowWords(other),
              factsWords(inputsOf(verdict.facts, this.inputs), this.analysis.vocabulary),
            ],
            {
              zh: '让两行互相排除，或改成「第一行优先」',
              en: 'Make them exclude each other, or let the first row win',
            },
            verdict.facts,
          ),
        );
      }
    }
    return found;
  }

  private solve(goals: readonly Goal[], accept: (facts: Facts) => boolean): Verdict {
    return solve(goals, this.literals, { budget, wishes: wishesOf, accept });
  }

  private finding(
    kind: Finding['kind'],
    level: Finding['level'],
    text: Text,
    parts: readonly Text[],
    cure: Text,
    witness: Facts | null,
  ): Finding {
    const rules = this.analysis.rules
      .filter(({ facts }) =>
        [...facts].some((fact) => fact === this.table.id || fact.startsWith(`${this.table.id}.`)),
      )
      .map(({ rule }) => rule.id);
    return {
      kind,
      level,
      rules,
      nodes: [this.table.id.replace('.', '/')],
      text: fill(text, ...parts),
      cure,
      witness,
    };
  }

  private undecided(): Finding {
    return this.finding(
      'undecided',
      'info',
      {
        zh: '决策表{0}是否完整、是否重叠，无法完全判定',
        en: 'Whether table {0} is complete and free of overlaps cannot be decided wholly',
      },
      [this.words()],
      { zh: '请用案例验证这张表', en: 'Check this table with cases' },
      null,
    );
  }

  private words(): Text {
    return { zh: `「${this.table.id}」`, en: `"${this.table.id}"` };
  }

  private rowWords(row: TableRow): Text {
    return { zh: `「${row.id}」行`, en: `row "${row.id}"` };
  }
}

function want(formula: Formula): Goal {
  return { formula, wanted: true };
}

function joinWords(texts: readonly Text[]): Text {
  return { zh: texts.map(({ zh }) => zh).join('、'), en: texts.map(({ en }) => en).join(', ') };
}

function inputsOf(facts: Facts, inputs: ReadonlySet<string>): Facts {
  const told = Object.entries(facts).filter(([fact]) => inputs.has(fact));
  return told.length === 0 ? facts : Object.fromEntries(told);
}

function meet(
  one: ReadonlyMap<Variable, Domain> | null,
  other: ReadonlyMap<Variable, Domain> | null,
): boolean {
  if (one === null || other === null) return false;
  return [...one].every(([variable, domain]) => {
    const second = other.get(variable);
    return second === undefined || meets(domain, second);
  });
}

/** The rule both engines judge a row by. */
function conditionOf(formula: Formula): JsonCondition {
  switch (formula.kind) {
    case 'test':
      return formula.source;
    case 'not':
      return { not: conditionOf(formula.part) };
    case 'all':
      return { all: formula.parts.map(conditionOf) };
    case 'any':
      return { any: formula.parts.map(conditionOf) };
  }
}
