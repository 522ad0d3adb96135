import { readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A folder whose definitions are found by file name, and the list its index exports. */
interface Indexed {
  folder: string;
  /** The generated file. */
  index: string;
  list: string;
  suffix: string;
  /** What a definition is, and the module that says so. */
  type: string;
  module: string;
  /** Keys by which a definition is told from other exports. */
  keys: readonly [string, string];
}

const library = (list: string, suffix: string, type: string, module: string, key: string): Indexed => ({
  folder: `rules-library/${list}`,
  index: 'index.ts',
  list,
  suffix,
  type,
  module: `../define/${module}.ts`,
  keys: [key, 'label'],
});

export const indexed: readonly Indexed[] = [
  library('facts', '.fact.ts', 'FactDefinition', 'fact', 'id'),
  library('operators', '.operator.ts', 'OperatorDefinition', 'operator', 'name'),
  library('blocks', '.block.ts', 'BlockDefinition', 'block', 'kind'),
  library('commands', '.command.ts', 'CommandDefinition', 'command', 'name'),
  {
    folder: 'runtime/derived',
    index: 'definitions.ts',
    list: 'definitions',
    suffix: '.calculation.ts',
    type: 'CalculationDefinition',
    module: './calculation.ts',
    keys: ['name', 'calculate'],
  },
];

/** As prettier has it. */
const lineWidth = 110;
const projectFolder = new URL('../../', import.meta.url).pathname;
export const libraryFolder = join(projectFolder, 'rules-library/');

/** Where a folder's index is written. */
export function indexPath({ folder, index }: Indexed): string {
  return join(projectFolder, folder, index);
}

/** The text of an index: one import per definition file, one list of all. */
export async function indexText(entry: Indexed): Promise<string> {
  const root = join(projectFolder, entry.folder);
  const files = (readdirSync(root, { recursive: true }) as string[])
    .filter((file) => file.endsWith(entry.suffix))
    .sort();
  const imports: string[] = [];
  const names: string[] = [];
  for (const file of files) {
    const module = (await import(pathToFileURL(join(root, file)).href)) as Record<string, unknown>;
    const found = Object.entries(module).filter(
      ([, value]) =>
        typeof value === 'object' && value !== null && entry.keys.every((key) => Object.hasOwn(value, key)),
    );
    if (found.length !== 1)
      throw new Error(`${relative(projectFolder, join(root, file))} has to define exactly one ${entry.type}`);
    const name = found[0]![0];
    imports.push(`import { ${name} } from './${file.replaceAll('\\', '/')}';`);
    names.push(name);
  }
  return [
    `// Written by tests/support/generate-indexes.ts from the files of this folder.`,
    `import type { ${entry.type} } from '${entry.module}';`,
    ...imports,
    '',
    ...listLines(`export const ${entry.list}: readonly ${entry.type}[] = [`, names),
    '',
  ].join('\n');
}

/** A list on one line where it fits, else one entry a line. */
function listLines(head: string, names: readonly string[]): string[] {
  const line = `${head}${names.join(', ')}];`;
  return line.length <= lineWidth ? [line] : [head, ...names.map((name) => `  ${name},`), '];'];
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  for (const entry of indexed) {
    try {
      writeFileSync(indexPath(entry), await indexText(entry));
    } catch (error) {
      console.error(String(error));
      process.exitCode = 1;
    }
  }
}
