import { importStateLabels } from '../../rules-library/choices/import-states.ts';
import { defineHandler } from '../door/handler.ts';
import { noSuchImport } from './apply-import.handler.ts';
import type { StoredImport } from './stored-import.ts';

const open: readonly StoredImport['state'][] = ['staging', 'ready', 'applying', 'stopped'];

/** Leaves out what has not been taken in; what has been stays. */
export const cancelImportHandler = defineHandler<{ import: string }>({
  name: 'cancel-import',
  needs: ({ input }) => [{ collection: 'imports', ids: [input.import] }],
  plan({ input }, state) {
    const found = state.get<StoredImport>('imports', input.import);
    if (found === undefined) return noSuchImport;
    const text = {
      zh: `已停止，${found.done} 行已导入，${found.total - found.done} 行没有导入`,
      en: `Stopped: ${found.done} rows taken in, ${found.total - found.done} left out`,
    };
    if (!open.includes(found.state)) return { changes: [], result: { state: found.state }, text };
    const document: StoredImport = { ...found, state: 'cancelled', endedAt: state.now };
    return {
      changes: [{ put: 'imports', document }],
      result: { state: 'cancelled' },
      text,
      audit: {
        before: { importState: importStateLabels[found.state] },
        after: { importState: importStateLabels.cancelled, file: found.file.name },
      },
    };
  },
});
