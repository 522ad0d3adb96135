import { deserialize, type Document } from 'bson';
import { MAX_MESSAGE_BYTES } from './limits.ts';
import { int32 } from './raw-bson.ts';

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const HEADER_BYTES = 16;

const FLAG_CHECKSUM = 1;
const FLAG_MORE_TO_COME = 2;
/** Bits 0 to 15 must be understood; 16 and above may be ignored (exhaust is never used by this server). */
const REQUIRED_FLAGS = 0xffff;

/** Documents to insert and operations of a bulk write stay bytes: they are stored as they came. */
const RAW_LISTS = { documents: true, ops: true } as const;
const BODY_OPTIONS = { promoteValues: false, fieldsAsRaw: RAW_LISTS } as const;

/** One request as it came over the socket. `body` holds the command; its first field is the command's name. */
export interface Request {
  requestId: number;
  /** True for the legacy OP_QUERY, which only the first hello may use. */
  legacy: boolean;
  body: Document;
  /** The client does not want a reply. */
  moreToCome: boolean;
}

/** A message the connection cannot survive: the socket is closed. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
}

/**
 * Cuts the byte stream of one socket into messages. The declared length is checked before anything is gathered.
 */
export class FrameReader {
  private chunks: Buffer[] = [];
  private size = 0;

  /** Adds bytes from the socket and returns every message that is now complete. Throws ProtocolError. */
  push(chunk: Buffer): Buffer[] {
    this.chunks.push(chunk);
    this.size += chunk.length;
    const frames: Buffer[] = [];
    while (this.size >= 4) {
      const head = this.chunks[0]!.length >= 4 ? this.chunks[0]! : this.join();
      const length = int32(head, 0);
      if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES) {
        throw new ProtocolError(
          `message length ${length} is outside ${HEADER_BYTES} to ${MAX_MESSAGE_BYTES}`,
        );
      }
      if (this.size < length) break;
      const all = this.chunks[0]!.length >= length ? this.chunks[0]! : this.join();
      frames.push(all.subarray(0, length));
      this.size -= length;
      if (all.length > length) this.chunks[0] = all.subarray(length);
      else this.chunks.shift();
    }
    return frames;
  }

  private join(): Buffer {
    const all = Buffer.concat(this.chunks);
    this.chunks = [all];
    return all;
  }
}

/** Reads one message. Throws ProtocolError when it is no OP_MSG or OP_QUERY, or breaks the protocol. */
export function parseMessage(frame: Buffer): Request {
  const requestId = frame.readInt32LE(4);
  const opCode = frame.readInt32LE(12);
  try {
    if (opCode === OP_MSG) return parseMsg(frame, requestId);
    if (opCode === OP_QUERY) return parseQuery(frame, requestId);
  } catch (error) {
    if (error instanceof ProtocolError) throw error;
    throw new ProtocolError(`unreadable message: ${(error as Error).message}`);
  }
  throw new ProtocolError(`opcode ${opCode} is not supported`);
}

function parseMsg(frame: Buffer, requestId: number): Request {
  const flags = frame.readUInt32LE(16);
  if ((flags & REQUIRED_FLAGS & ~(FLAG_CHECKSUM | FLAG_MORE_TO_COME)) !== 0) {
    throw new ProtocolError(`unknown required flag bits ${flags}`);
  }
  const end = frame.length - ((flags & FLAG_CHECKSUM) !== 0 ? 4 : 0);
  let at = 20;
  let body: Document | undefined;
  const sequences: [string, unknown[]][] = [];
  while (at < end) {
    const kind = frame[at]!;
    const size = frame.readInt32LE(at + 1);
    const stop = at + 1 + size;
    if (size < 5 || stop > end) throw new ProtocolError('section length is outside its message');
    if (kind === 0) {
      if (body) throw new ProtocolError('a message has exactly one body');
      body = deserialize(frame.subarray(at + 1, stop), BODY_OPTIONS);
    } else if (kind === 1) {
      sequences.push(readSequence(frame, at + 5, stop));
    } else throw new ProtocolError(`section kind ${kind} is not supported`);
    at = stop;
  }
  if (!body) throw new ProtocolError('a message has exactly one body');
  for (const [name, documents] of sequences) {
    if (Object.hasOwn(body, name)) throw new ProtocolError(`field ${name} is in the body and in a section`);
    Object.defineProperty(body, name, {
      value: documents,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return { requestId, legacy: false, body, moreToCome: (flags & FLAG_MORE_TO_COME) !== 0 };
}

function readSequence(frame: Buffer, from: number, stop: number): [string, unknown[]] {
  const nameEnd = frame.indexOf(0, from);
  if (nameEnd < 0 || nameEnd >= stop) throw new ProtocolError('section without a name');
  const name = frame.toString('utf8', from, nameEnd);
  const documents: unknown[] = [];
  let at = nameEnd + 1;
  while (at < stop) {
    const size = frame.readInt32LE(at);
    if (size < 5 || at + size > stop) throw new ProtocolError('document length is outside its section');
    const bytes = frame.subarray(at, at + size);
    documents.push(Object.hasOwn(RAW_LISTS, name) ? bytes : deserialize(bytes, { promoteValues: false }));
    at += size;
  }
  return [name, documents];
}

function parseQuery(frame: Buffer, requestId: number): Request {
  const nameEnd = frame.indexOf(0, 20);
  const bodyAt = nameEnd + 1 + 8;
  if (nameEnd < 0 || bodyAt + 4 > frame.length) throw new ProtocolError('truncated OP_QUERY');
  const collection = frame.toString('utf8', 20, nameEnd);
  if (!collection.endsWith('.$cmd')) throw new ProtocolError('OP_QUERY is for the first hello only');
  const body = deserialize(frame.subarray(bodyAt, bodyAt + int32(frame, bodyAt)), { promoteValues: false });
  body.$db = collection.slice(0, -'.$cmd'.length);
  return { requestId, legacy: true, body, moreToCome: false };
}

let lastId = 0;

/** Wraps the bytes of a reply document into the message that answers `request`. */
export function replyMessage(request: Request, body: Uint8Array): Buffer {
  const prefix = request.legacy ? 36 : 21;
  const out = Buffer.allocUnsafe(prefix + body.length);
  lastId = (lastId + 1) & 0x7fffffff;
  out.writeInt32LE(out.length, 0);
  out.writeInt32LE(lastId, 4);
  out.writeInt32LE(request.requestId, 8);
  out.writeInt32LE(request.legacy ? OP_REPLY : OP_MSG, 12);
  if (request.legacy) {
    out.fill(0, 16, 32);
    out.writeInt32LE(8, 16); // await capable, as every server says
    out.writeInt32LE(1, 32); // one document follows
  } else {
    out.fill(0, 16, 21);
  }
  out.set(body, prefix);
  return out;
}
