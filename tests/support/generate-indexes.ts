import { readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Folders of `rules-library` whose definitions are found by file name, and the key each is found under. */
export const indexed = [
  { folder: 'facts', suffix: '.fact.ts', type: 'FactDefinition', from: 'fact', key: 'id' },
  { folder: 'operators', suffix: '.operator.ts', type: 'OperatorDefinition', from: 'operator', key: 'name' },
  { folder: 'blocks', suffix: '.block.ts', type: 'BlockDefinition', from: 'block', key: 'kind' },
  { folder: 'commands', suffix: '.command.ts', type: 'CommandDefinition', from: 'command', key: 'name' },
] as const;

export const libraryFolder = new URL('../../rules-library/', import.meta.url).pathname;

/** The text of `<folder>/index.ts`: one import per definition file, one list of all. */
export async function indexText(entry: (typeof indexed)[number]): Promise<string> {
  const root = join(libraryFolder, entry.folder);
  const files = (readdirSync(root, { recursive: true }) as string[])
    .filter((file) => file.endsWith(entry.suffix))
    .sort();
  const imports: string[] = [];
  const names: string[] = [];
  for (const file of files) {
    const module = (await import(pathToFileURL(join(root, file)).href)) as Record<string, unknown>;
    const found = Object.entries(module).filter(
      ([, value]) => typeof value === 'object' && value !== null && entry.key in value && 'label' in value,
    );
    if (found.length !== 1)
      throw new Error(`${relative(libraryFolder, join(root, file))} has to define exactly one ${entry.from}`);
    const name = found[0]![0];
    imports.push(`import { ${name} } from './${file.replaceAll('\\', '/')}';`);
    names.push(`  ${name},`);
  }
  return [
    `// Written by tests/support/generate-indexes.ts from the files of this folder.`,
    `import type { ${entry.type} } from '../define/${entry.from}.ts';`,
    ...imports,
    '',
    `export const ${entry.folder}: readonly ${entry.type}[] = [`,
    ...names,
    '];',
    '',
  ].join('\n');
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  for (const entry of indexed) {
    try {
      writeFileSync(join(libraryFolder, entry.folder, 'index.ts'), await indexText(entry));
    } catch (error) {
      console.error(String(error));
      process.exitCode = 1;
    }
  }
}
