/** Up to this many bytes a loop is faster than a call into native code. */
const BY_HAND = 64;

/** Grows a byte string. One writer is reused for key after key; nothing is kept from one to the next. */
export class KeyWriter {
  private bytes = Buffer.allocUnsafe(4_096);
  private length = 0;

  /** Forgets what was written. */
  reset(): void {
    this.length = 0;
  }

  get position(): number {
    return this.length;
  }

  /** A copy of all that was written. */
  copy(): Uint8Array {
    const { bytes, length } = this;
    const copy = Buffer.allocUnsafe(length);
    if (length > BY_HAND) bytes.copy(copy, 0, 0, length);
    else for (let i = 0; i < length; i++) copy[i] = bytes[i]!;
    return copy;
  }

  /** Inverts all bits from `start` on, which turns the order round. */
  invertFrom(start: number): void {
    for (let i = start; i < this.length; i++) this.bytes[i] = ~this.bytes[i]! & 0xff;
  }

  byte(value: number): void {
    this.reserve(1);
    this.bytes[this.length++] = value;
  }

  uint16(value: number): void {
    this.reserve(2);
    this.length = this.bytes.writeUInt16BE(value, this.length);
  }

  uint32(value: number): void {
    this.reserve(4);
    this.length = this.bytes.writeUInt32BE(value >>> 0, this.length);
  }

  raw(value: Uint8Array): void {
    this.reserve(value.length);
    const { bytes, length } = this;
    if (value.length > BY_HAND) bytes.set(value, length);
    else for (let i = 0; i < value.length; i++) bytes[length + i] = value[i]!;
    this.length = length + value.length;
  }

  /** A double in eight bytes that order as the numbers do; NaN is lowest, -0 is 0. */
  double(value: number): void {
    this.reserve(8);
    const at = this.length;
    this.length += 8;
    if (Number.isNaN(value)) {
      this.bytes.fill(0, at, at + 8);
      return;
    }
    this.bytes.writeDoubleBE(value === 0 ? 0 : value, at);
    if (value < 0) this.invertFrom(at);
    else this.bytes[at]! ^= 0x80;
  }

  /** A whole number of up to 53 bits in eight bytes. */
  int64(value: number): void {
    const high = Math.floor(value / 0x1_0000_0000);
    this.uint32(high ^ 0x8000_0000);
    this.uint32(value - high * 0x1_0000_0000);
  }

  /** Text as UTF-8, ended so that a text comes before its continuations; it may hold zero characters. */
  text(value: string): void {
    this.reserve(value.length * 6 + 2);
    const { bytes } = this;
    let at = this.length;
    for (let i = 0; i < value.length; i++) {
      const unit = value.charCodeAt(i);
      if (unit >= 0x80) {
        at = this.utf8(value, i, at);
        break;
      }
      bytes[at++] = unit;
      if (unit === 0) bytes[at++] = 0xff;
    }
    bytes[at++] = 0;
    bytes[at++] = 0;
    this.length = at;
  }

  private utf8(value: string, from: number, start: number): number {
    const { bytes } = this;
    let at = start;
    const parts = value.slice(from).split('\0');
    for (let i = 0; i < parts.length; i++) {
      if (i > 0) {
        bytes[at++] = 0;
        bytes[at++] = 0xff;
      }
      at += bytes.write(parts[i]!, at, 'utf8');
    }
    return at;
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const grown = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.length + more));
    this.bytes.copy(grown, 0, 0, this.length);
    this.bytes = grown;
  }
}
