import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

const headersMs = 10_000;
const requestMs = 60_000;
const closeMs = 5_000;

/** The HTTP server of a process: listens, and closes without cutting off what is being answered. */
export class Listener {
  readonly server: Server;
  private readonly sockets = new Set<Socket>();

  constructor() {
    this.server = createServer({
      headersTimeout: headersMs,
      requestTimeout: requestMs,
      keepAliveTimeout: 10_000,
      maxHeaderSize: 16 * 1024,
    });
    this.server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
  }

  /** Who answers. Said before sockets are attached, which take their own requests out first. */
  handle(handler: RequestListener): void {
    this.server.on('request', handler);
  }

  /** Opens the port; answers the address. Rejects when the port is taken. */
  listen(port: number, host: string): Promise<string> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, host, () => {
        this.server.off('error', reject);
        const { port: taken } = this.server.address() as AddressInfo;
        resolve(`http://${host.includes(':') ? `[${host}]` : host}:${taken}`);
      });
    });
  }

  /** Takes no new connections, lets answers finish for a while, then ends what is left. */
  async close(): Promise<void> {
    if (!this.server.listening) return;
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeIdleConnections();
    // Web sockets are no connections to the server any more, so it would wait for them for ever.
    const timer = setTimeout(() => {
      for (const socket of this.sockets) socket.destroy();
    }, closeMs);
    await closed;
    clearTimeout(timer);
  }
}
