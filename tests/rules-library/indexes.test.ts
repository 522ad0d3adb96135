import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { indexed, indexText, libraryFolder } from '../support/generate-indexes.ts';

describe('generated indexes', () => {
  it.each(indexed)('$folder/index.ts names every file of its folder', async (entry) => {
    const written = readFileSync(join(libraryFolder, entry.folder, 'index.ts'), 'utf8');
    expect(written).toBe(await indexText(entry));
  });
});
