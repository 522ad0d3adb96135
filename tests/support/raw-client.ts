import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { BSON, type Document } from 'mongodb';

const HEADER = 16;

/** Speaks the wire protocol by hand, to send what a driver never would. */
export class RawClient {
  private readonly socket: Socket;
  private received = Buffer.alloc(0);
  private wake: (() => void) | undefined;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.on('data', (chunk: Buffer) => {
      this.received = Buffer.concat([this.received, chunk]);
      this.wake?.();
    });
    socket.on('close', () => this.wake?.());
    socket.on('error', () => undefined);
  }

  /** Connects to the host and port of a MongoDB address. */
  static async connect(uri: string): Promise<RawClient> {
    const { hostname, port } = new URL(uri);
    for (let attempt = 0; ; attempt++) {
      const socket = connect(Number(port), hostname);
      const opened = await Promise.race([
        once(socket, 'connect').then(() => true),
        once(socket, 'error').then(() => false),
      ]).catch(() => false);
      if (opened) return new RawClient(socket);
      if (attempt === 100) throw new Error(`no connection to ${uri}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Sends a command as OP_MSG, with documents of `sections` as kind 1, and waits for the reply. */
  async send(body: Document, sections: Record<string, Document[]> = {}): Promise<Document> {
    this.write(message(body, sections));
    return this.reply();
  }

  write(bytes: Uint8Array): void {
    this.socket.write(bytes);
  }

  /** The next reply's document. Rejects when the connection closes first. */
  async reply(): Promise<Document> {
    for (;;) {
      if (this.received.length >= 4 && this.received.length >= this.received.readInt32LE(0)) {
        const length = this.received.readInt32LE(0);
        const frame = this.received.subarray(0, length);
        this.received = this.received.subarray(length);
        const at = frame.readInt32LE(12) === 1 ? HEADER + 20 : HEADER + 5;
        return BSON.deserialize(frame.subarray(at));
      }
      if (this.socket.destroyed || this.socket.readableEnded) throw new Error('the connection was closed');
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }

  /** True when the server cuts the connection within two seconds. */
  async isCut(): Promise<boolean> {
    if (this.socket.destroyed) return true;
    const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 2_000).unref());
    return Promise.race([once(this.socket, 'close').then(() => true), late]);
  }

  close(): void {
    this.socket.destroy();
  }
}

/** An OP_MSG message. */
export function message(body: Document, sections: Record<string, Document[]> = {}, flags = 0): Buffer {
  const parts: Uint8Array[] = [Buffer.from([0]), BSON.serialize(body)];
  for (const [name, documents] of Object.entries(sections)) {
    const content = Buffer.concat([Buffer.from(`${name}\0`), ...documents.map((doc) => BSON.serialize(doc))]);
    const head = Buffer.alloc(5);
    head[0] = 1;
    head.writeInt32LE(content.length + 4, 1);
    parts.push(head, content);
  }
  const head = Buffer.alloc(HEADER + 4);
  const all = Buffer.concat([head, ...parts]);
  all.writeInt32LE(all.length, 0);
  all.writeInt32LE(1, 4);
  all.writeInt32LE(2013, 12);
  all.writeUInt32LE(flags, 16);
  return all;
}
