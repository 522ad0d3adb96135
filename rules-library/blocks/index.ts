// Written by tests/support/generate-indexes.ts from the files of this folder.
import type { BlockDefinition } from '../define/block.ts';

export const blocks: readonly BlockDefinition[] = [];
