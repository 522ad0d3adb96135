import { createContext, useContext } from 'react';
import type { Pressed } from '../api/press.ts';
import type { PressRequest } from './press-request.ts';

export interface Presses {
  /**
   * Presses a button: asks for what is missing, shows that it was taken, then what it did or what stands in the way.
   * Resolves with the answer, or null when the person left or it was refused (which has been shown).
   */
  start: (request: PressRequest) => Promise<Pressed | null>;
}

export const PressContext = createContext<Presses | undefined>(undefined);

export function usePresses(): Presses {
  const presses = useContext(PressContext);
  if (presses === undefined) throw new Error('usePresses needs a PressProvider above it');
  return presses;
}
