import { rename, rm } from 'node:fs/promises';
import type { ArchiveJobOptions } from './archive-job.ts';
import { ArchiveJob } from './archive-job.ts';

/**
 * Makes the archive again from the decisions in the store, beside the old one, and puts it in its place when it is complete: the
 * same decisions give the same bytes. Nobody else may be archiving. Answers how many decisions it holds.
 */
export async function rebuildArchive(options: ArchiveJobOptions): Promise<number> {
  const made = `${options.folder}.new`;
  await rm(made, { recursive: true, force: true });
  const count = await new ArchiveJob({ ...options, folder: made }).archiveOnce();
  await rm(options.folder, { recursive: true, force: true });
  await rename(made, options.folder);
  return count;
}
