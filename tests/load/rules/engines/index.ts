import type { BenchEngineDefinition } from './engine.ts';

/** By the name given to a measuring process; each process loads its own only. */
export const engines: Readonly<Record<string, () => Promise<BenchEngineDefinition>>> = {
  sluice: async () => (await import('./sluice.ts')).sluice,
  'sluice-explained': async () => (await import('./sluice.ts')).sluiceExplained,
  'hand-written': async () => (await import('./hand-written.ts')).handWritten,
  'json-logic': async () => (await import('./json-logic.ts')).jsonLogic,
  zen: async () => (await import('./zen.ts')).zen,
  cel: async () => (await import('./cel.ts')).cel,
  'json-rules-engine': async () => (await import('./json-rules-engine.ts')).jsonRulesEngine,
};
