import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import type { compileRules } from '../../../runtime/index.ts';
import { temporaryFolder } from '../../support/process.ts';

/** A change of one place of the evaluator's source that makes it wrong. */
export interface PlantedBug {
  name: string;
  file: string;
  right: string;
  wrong: string;
}

const root = new URL('../../../', import.meta.url).pathname;

/** The evaluator of a copy of the source with the bug in it; the source itself is not touched. */
export async function plant({ file, right, wrong }: PlantedBug): Promise<{
  compile: typeof compileRules;
  remove(): void;
}> {
  const folder = temporaryFolder('sluice-planted');
  cpSync(`${root}runtime`, `${folder.path}/runtime`, { recursive: true });
  for (const name of ['rules-library', 'node_modules', 'package.json']) {
    symlinkSync(`${root}${name}`, `${folder.path}/${name}`);
  }
  const path = `${folder.path}/runtime/${file}`;
  const parts = readFileSync(path, 'utf8').split(right);
  if (parts.length !== 2) throw new Error(`${file} has "${right}" ${parts.length - 1} times, not once`);
  writeFileSync(path, parts.join(wrong));
  const planted = (await import(/* @vite-ignore */ `${folder.path}/runtime/index.ts`)) as {
    compileRules: typeof compileRules;
  };
  return { compile: planted.compileRules, remove: () => folder.remove() };
}

export const plantedBugs: readonly PlantedBug[] = [
  {
    name: 'a bound is not its own',
    file: 'program/mask-column.ts',
    right: 'sorted[middle]! <= value',
    wrong: 'sorted[middle]! < value',
  },
  {
    name: 'a strict bound is as good as an inclusive one',
    file: 'program/next-number.ts',
    right: '? 1n : -1n',
    wrong: '? 0n : 0n',
  },
  {
    name: 'in forgets the last of the list',
    file: 'program/condition-columns.ts',
    right: 'this.addKeys(slot, code[operator], constant);',
    wrong: 'this.addKeys(slot, code[operator], constant.slice(0, -1));',
  },
  {
    name: 'what is missing is not unlike anything',
    file: 'program/condition-columns.ts',
    right: 'isNegated ? ~mask : mask',
    wrong: 'isNegated ? ~mask & ~1 : mask',
  },
  {
    name: 'less important rules come first',
    file: 'program/compile-rules.ts',
    right: 'other.priority - one.priority',
    wrong: 'one.priority - other.priority',
  },
  {
    name: 'a path sees what objects inherit',
    file: 'path.ts',
    right: '!Object.hasOwn(current, name)',
    wrong: '!(name in current)',
  },
  {
    name: 'the last rule of a block is lost',
    file: 'program/rule-masks.ts',
    right: '(1 << left) - 1',
    wrong: '(1 << (left - 1)) - 1',
  },
  {
    name: 'any of nothing does not hold',
    file: 'program/working-memory.ts',
    right: 'return parts.length === 0;',
    wrong: 'return false;',
  },
  {
    name: 'a rule is looked for by one of two ways in',
    file: 'program/anchors.ts',
    right: 'anchor === undefined || places.size + anchor.places.length > mostPlaces) return undefined;',
    wrong: 'anchor === undefined) continue;',
  },
  {
    name: 'null counts as a value',
    file: 'program/working-memory.ts',
    right: 'return value === undefined || value === null;',
    wrong: 'return value === undefined;',
  },
  {
    name: 'text never compares as a number',
    file: 'program/matcher.ts',
    right: 'isNone ? column.noNumber : column.anything',
    wrong: 'column.noNumber',
  },
  {
    name: 'a rule found in two places matches twice',
    file: 'program/matcher.ts',
    right: 'numbers[at] !== numbers[kept - 1]',
    wrong: 'numbers[at] !== undefined',
  },
  {
    name: 'rules of any stage are left out where there is one',
    file: 'program/entry-points.ts',
    right: 'new Set([anyKey, stage])',
    wrong: 'new Set([stage])',
  },
  {
    name: 'an outcome outlives its run',
    file: 'program/working-memory.ts',
    right: 'if (known >= this.run) return known > this.run;',
    wrong: 'if (known > 1) return known % 2 === 1;',
  },
  {
    name: 'orders with as many keys are read as if they had the same',
    file: 'program/fact-reader.ts',
    right: 'if (known[at] !== keys[at]) return false;',
    wrong: 'if (known[at] === "") return false;',
  },
  {
    name: 'a number belongs to the row before its own',
    file: 'program/mask-column.ts',
    right: 'ends > low[slot]!',
    wrong: 'ends >= low[slot]!',
  },
  {
    name: 'of alternatives only the first is looked at',
    file: 'program/alternatives.ts',
    right: 'together(parts) : parts.flat()',
    wrong: 'together(parts) : parts[0]!',
  },
  {
    name: 'what many rules name holds for all of them',
    file: 'program/mask-column.ts',
    right: 'holds[1] = 1;',
    wrong: 'holds.fill(1);',
  },
];
