import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';

/** Name of this process among its fellows: machine, process id, and chance for ids used again. */
export function processName(): string {
  return `${hostname()}/${process.pid}/${randomBytes(3).toString('hex')}`;
}
