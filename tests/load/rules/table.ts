import type { HostileResult } from './hostile.ts';
import type { Measured } from './measure-size.ts';

/** A number as short as it can be read. */
export function short(value: number): string {
  const digits = Math.abs(value) < 1 ? 2 : Math.abs(value) < 100 ? 1 : 0;
  return value.toFixed(digits);
}

function print(title: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at]!.length)));
  const line = (row: readonly string[]): string =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  ');
  console.log(`\n${title}\n${line(head)}\n${widths.map((width) => '-'.repeat(width)).join('  ')}`);
  for (const row of rows) console.log(line(row));
}

/** One table a figure: a row an engine, a column a number of rules. */
export function printMeasured(all: readonly Measured[]): void {
  const sizes = [...new Set(all.map(({ rules }) => rules))];
  const names = [...new Set(all.map(({ name }) => name))];
  const at = (name: string, rules: number): Measured =>
    all.find((one) => one.name === name && one.rules === rules)!;
  const table = (title: string, cell: (one: Measured) => string, last?: (name: string) => string): void => {
    const head = ['engine', ...sizes.map(String), ...(last === undefined ? [] : ['growth'])];
    const rows = names.map((name) => [
      name,
      ...sizes.map((size) => (at(name, size).differs ? 'differs' : cell(at(name, size)))),
      ...(last === undefined ? [] : [last(name)]),
    ]);
    print(title, head, rows);
  };
  const growth = (name: string): string =>
    `${short(at(name, sizes.at(-1)!).median / at(name, sizes[0]!).median)}x`;
  table(
    'CPU µs an order, all threads, median of rounds (least–most)',
    ({ median, least, most }) => `${short(median)} (${short(least)}–${short(most)})`,
    growth,
  );
  table('the same in the first second after loading', ({ firstSecond }) => short(firstSecond));
  table('times Sluice', (one) => `${short(one.median / at(names[0]!, one.rules).median)}x`);
  table(
    'loading + first order, ms',
    ({ loadMs, firstOrderMs }) => `${short(loadMs)} + ${short(firstOrderMs)}`,
  );
  table(
    'memory, MB of heap and buffers / resident',
    ({ heapMb, residentMb }) => `${short(heapMb)} / ${short(residentMb)}`,
  );
  table('longest single decision in all rounds, ms of the clock (mostly others at work)', ({ worstMs }) =>
    short(worstMs),
  );
  table('orders compared with the hand-written index, all equal', ({ compared }) => String(compared));
}

/** How rules that mean harm fare: refused, over the budget of steps, or judged, and the longest of it. */
export function printHostile(all: readonly HostileResult[]): void {
  print(
    'hostile rules: the longest single evaluation, ms (aim: none over 50)',
    ['kind', 'trees', 'refused', 'over budget', 'longest'],
    all.map(({ kind, trees, refused, overBudget, worstMs }) => [
      kind,
      String(trees),
      String(refused),
      String(overBudget),
      short(worstMs),
    ]),
  );
}
