import type { Server, Socket } from 'socket.io';
import type { ClientEvents, ServerEvents } from '../../rules-library/contract/live.ts';
import type { Caller } from '../http/caller.ts';

/** What the gateway keeps with each socket. */
export interface ScreenData {
  caller: Caller;
  rooms: string[];
  /** Raised by each `resume`: an older catch-up then stops. */
  attempt: number;
  /** How far the screen says it has received, by room. */
  received: Record<string, number>;
  /** It takes "N more" for a storm of alerts. */
  paced: boolean;
}

type None = Record<string, never>;
export type LiveServer = Server<ClientEvents, ServerEvents, None, ScreenData>;
export type LiveNamespace = ReturnType<LiveServer['of']>;
export type LiveSocket = Socket<ClientEvents, ServerEvents, None, ScreenData>;
