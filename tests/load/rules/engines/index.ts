import { createRequire } from 'node:module';
import type { BenchEngineDefinition } from './engine.ts';

/**
 * Zen is no dependency: its parts for other systems are not in every registry, and a lock file without them stops `npm ci`.
 * It takes part where it was added by hand: `npm install --no-save @gorules/zen-engine@0.54.0`.
 */
function hasZen(): boolean {
  try {
    createRequire(import.meta.url).resolve('@gorules/zen-engine');
    return true;
  } catch {
    return false;
  }
}

/** By the name given to a measuring process; each process loads its own only. */
export const engines: Readonly<Record<string, () => Promise<BenchEngineDefinition>>> = {
  sluice: async () => (await import('./sluice.ts')).sluice,
  'sluice-explained': async () => (await import('./sluice.ts')).sluiceExplained,
  'hand-written': async () => (await import('./hand-written.ts')).handWritten,
  'json-logic': async () => (await import('./json-logic.ts')).jsonLogic,
  ...(hasZen() ? { zen: async () => (await import('./zen.ts')).zen } : {}),
  cel: async () => (await import('./cel.ts')).cel,
  'json-rules-engine': async () => (await import('./json-rules-engine.ts')).jsonRulesEngine,
};
