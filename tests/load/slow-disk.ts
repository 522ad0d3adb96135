import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Compiles the shim that slows fdatasync; null where there is no C compiler, and the run then says SKIPPED. */
export function slowDisk(folder: string, microseconds: number): Record<string, string> | null {
  const library = join(folder, 'slow-disk.so');
  try {
    execFileSync(
      'cc',
      ['-shared', '-fPIC', '-O2', '-o', library, new URL('slow-disk.c', import.meta.url).pathname, '-ldl'],
      {
        stdio: 'ignore',
      },
    );
  } catch {
    return null;
  }
  return { LD_PRELOAD: library, SLOW_FDATASYNC_US: String(microseconds) };
}
