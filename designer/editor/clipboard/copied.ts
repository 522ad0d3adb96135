import { createStore } from 'zustand/vanilla';
import type { Part } from './part.ts';

/** What was copied last in this window, whichever flow is open: for buttons, which may not read the browser's clipboard. */
export const copied = createStore<{ part: Part | null }>(() => ({ part: null }));
