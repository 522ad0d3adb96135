import { io, type Socket } from 'socket.io-client';
import { liveNamespace } from '../../rules-library/contract/live.ts';
import { signIn } from '../support/api.ts';

/** Browsers in a room: when each alert of an order reached all of them. */
export class Screens {
  private readonly sockets: Socket[] = [];
  /** Alert id → how many screens have it, and when the last got it. */
  readonly arrived = new Map<string, { screens: number; at: number }>();

  async open(url: string, username: string, count: number): Promise<void> {
    const { cookie } = await signIn(url, username);
    await Promise.all(
      Array.from({ length: count }, async () => {
        const socket = io(`${url}${liveNamespace}`, {
          transports: ['websocket'],
          extraHeaders: { cookie, origin: url },
          forceNew: true,
        });
        this.sockets.push(socket);
        socket.on('alert.raised', (frame: { data: { id: string } }) => {
          const known = this.arrived.get(frame.data.id);
          this.arrived.set(frame.data.id, { screens: (known?.screens ?? 0) + 1, at: performance.now() });
        });
        await new Promise<void>((resolve, reject) => {
          // As every screen does: what it has seen, nothing yet; news follows from there.
          socket.once('connect', () => socket.emit('resume', {}, () => resolve()));
          socket.once('connect_error', reject);
        });
      }),
    );
  }

  close(): void {
    for (const socket of this.sockets) socket.disconnect();
  }
}
