import type { Document } from 'bson';
import { createServer, type Server, type Socket } from 'node:net';
import { FrameReader, parseMessage, ProtocolError, replyMessage } from './messages.ts';

/** Answers one command: the bytes of the reply, or 'close' to cut the connection. */
export type Answer = (
  body: Document,
  connection: object,
  connectionId: number,
) => Promise<Uint8Array | 'close'>;

export interface ListenerOptions {
  host: string;
  port: number;
  answer: Answer;
  /** A connection is gone. */
  onClosed: (connection: object) => void;
  onError: (text: string) => void;
}

export interface Listener {
  port: number;
  /** Takes no new connections and cuts those there are, once the commands in progress are answered. */
  close(): Promise<void>;
}

const LEGACY_COMMANDS = new Set(['hello', 'ismaster', 'isMaster']);

/** Opens the port. Rejects with the system's error when it is taken. */
export async function listen(options: ListenerOptions): Promise<Listener> {
  const connections = new Set<Connection>();
  let count = 0;
  const server = createServer({ noDelay: true }, (socket) => {
    const connection = new Connection(socket, ++count, options);
    connections.add(connection);
    socket.on('close', () => {
      connections.delete(connection);
      options.onClosed(socket);
    });
  });
  const port = await opened(server, options);
  return {
    port,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await Promise.all([...connections].map((connection) => connection.finish()));
      await closed;
    },
  };
}

function opened(server: Server, { host, port }: ListenerOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : port);
    });
  });
}

/** One client socket: its messages are answered one after another. */
class Connection {
  private readonly socket: Socket;
  private readonly id: number;
  private readonly options: ListenerOptions;
  private readonly reader = new FrameReader();
  private tail: Promise<void> = Promise.resolve();
  private first = true;

  constructor(socket: Socket, id: number, options: ListenerOptions) {
    this.socket = socket;
    this.id = id;
    this.options = options;
    socket.on('data', (chunk: Buffer) => this.received(chunk));
    socket.on('error', () => socket.destroy());
  }

  private received(chunk: Buffer): void {
    try {
      for (const frame of this.reader.push(chunk)) {
        this.tail = this.tail.then(() => this.answer(frame)).catch((error: unknown) => this.broken(error));
      }
    } catch (error) {
      this.broken(error);
    }
  }

  private async answer(frame: Buffer): Promise<void> {
    if (this.socket.destroyed) return;
    const request = parseMessage(frame);
    if (request.legacy && !(this.first && LEGACY_COMMANDS.has(Object.keys(request.body)[0] ?? ''))) {
      throw new ProtocolError('OP_QUERY is for the first hello only');
    }
    this.first = false;
    const reply = await this.options.answer(request.body, this.socket, this.id);
    if (reply === 'close') this.socket.destroy();
    else if (!request.moreToCome && !this.socket.destroyed) this.socket.write(replyMessage(request, reply));
  }

  private broken(error: unknown): void {
    if (!this.socket.destroyed)
      this.options.onError(`connection ${this.id} closed: ${(error as Error).message}`);
    this.socket.destroy();
  }

  /** Answers what is in progress and cuts the connection. */
  async finish(): Promise<void> {
    await this.tail;
    this.socket.end();
    this.socket.destroySoon();
  }
}
