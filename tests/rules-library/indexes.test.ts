import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { indexed, indexPath, indexText } from '../support/generate-indexes.ts';

describe('generated indexes', () => {
  it.each(indexed)('$folder/$index names every file of its folder', async (entry) => {
    const written = readFileSync(indexPath(entry), 'utf8');
    expect(written).toBe(await indexText(entry));
  });
});
