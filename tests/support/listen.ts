import { io, type Socket } from 'socket.io-client';
import type { ApiClient } from './api.ts';

/** A screen that listens, and everything it was sent. */
export interface Listening {
  socket: Socket;
  /** The rooms it hears. */
  rooms: string[];
  frames: { event: string; room: string; data: any }[];
}

/** Opens the live news of a signed-in person, asking for these rooms, and waits until it hears those it may. */
export async function listen(
  url: string,
  client: ApiClient,
  asked: Record<string, number> = {},
): Promise<Listening> {
  const socket = io(`${url}/live`, {
    transports: ['websocket'],
    extraHeaders: { cookie: client.cookie, origin: url },
    forceNew: true,
    reconnection: false,
  });
  const frames: Listening['frames'] = [];
  socket.onAny((event: string, frame: { room: string; data: unknown }) =>
    frames.push({ event, room: frame.room, data: frame.data }),
  );
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  const { rooms } = await socket.timeout(5000).emitWithAck('resume', asked);
  return { socket, rooms: Object.keys(rooms).toSorted(), frames };
}
