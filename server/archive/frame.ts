import { crc32 } from 'node:zlib';

/** One block in a file: `magic 4 | length of the rest 4 | CRC-32 of the rest 4 | length of the head 4 | head (JSON) | body`. Numbers are little-endian. */
export interface FrameHead {
  rows: number;
  /** Ids of its first and last decision. */
  first: string;
  last: string;
  /** Id of the decision archived before its first; '' for none. Shows when blocks are gone from the middle. */
  after: string;
  /** Earliest and latest moment decided at, epoch ms. */
  from: number;
  to: number;
}

const magic = 0x31464c53; // SLF1
export const prefixBytes = 16;

export function encodeFrame(head: FrameHead, body: Buffer): Buffer {
  const text = Buffer.from(JSON.stringify(head));
  const rest = Buffer.concat([Buffer.alloc(4), text, body]);
  rest.writeUInt32LE(text.length);
  const prefix = Buffer.alloc(12);
  prefix.writeUInt32LE(magic, 0);
  prefix.writeUInt32LE(rest.length, 4);
  prefix.writeUInt32LE(crc32(rest), 8);
  return Buffer.concat([prefix, rest]);
}

/** Bytes of the whole frame and of its head, from its prefix; undefined for anything that is none. */
export function readPrefix(prefix: Buffer): { bytes: number; headBytes: number } | undefined {
  if (prefix.length < prefixBytes || prefix.readUInt32LE(0) !== magic) return undefined;
  const rest = prefix.readUInt32LE(4);
  const headBytes = prefix.readUInt32LE(12);
  return headBytes + 4 > rest ? undefined : { bytes: 12 + rest, headBytes };
}

export function readHead(text: Buffer): FrameHead {
  return JSON.parse(text.toString()) as FrameHead;
}

/** The body of a whole frame; undefined when its bytes are not what was written. */
export function readBody(frame: Buffer): Buffer | undefined {
  const prefix = readPrefix(frame);
  if (prefix === undefined || prefix.bytes !== frame.length) return undefined;
  if (crc32(frame.subarray(12)) !== frame.readUInt32LE(8)) return undefined;
  return frame.subarray(prefixBytes + prefix.headBytes);
}
