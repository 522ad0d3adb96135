import { defineHandler, isRefusal, type Press, type Refusal, type State } from '../door/handler.ts';
import { closedRefusal, excelClosedIn, needsCompany } from './excel-closed.ts';
import type { StoredImport } from './stored-import.ts';

interface Input {
  import: string;
}

/** How long a part that was begun can be gone on with: so long its presses are recognised. */
const resumableMs = 6 * 24 * 3_600_000;

/** Has a file taken in that was looked at, or goes on with one that stopped. A job does the work. */
export const applyImportHandler = defineHandler<Input>({
  name: 'apply-import',
  needs: ({ input }) => [needsCompany, { collection: 'imports', ids: [input.import] }],
  plan(press, state) {
    const found = applicable(press, state);
    if (isRefusal(found)) return found;
    const { actor, reason, voucher } = press;
    const applied = { id: actor.id, name: actor.name, reason: reason!, voucher: voucher!, at: state.now };
    const rows = found.total - found.done;
    return {
      changes: [
        { put: 'imports', document: { ...found, state: 'applying', applied, endedAt: null, note: null } },
      ],
      result: { import: found._id, rows },
      text: {
        zh: `开始导入「${found.file.name}」的 ${rows} 行`,
        en: `Importing ${rows} rows of "${found.file.name}"`,
      },
      signals: [{ name: 'import.started', data: {} }],
      audit: { after: { kind: found.kind, file: found.file.name, rows } },
    };
  },
});

function applicable({ actor, input }: Press<Input>, state: State): StoredImport | Refusal {
  const closed = excelClosedIn(state);
  if (closed !== null) return closedRefusal(closed);
  const found = state.get<StoredImport>('imports', input.import);
  if (found === undefined || actor.kind !== 'person') return noSuchImport;
  switch (found.state) {
    case 'ready':
      return found;
    case 'stopped':
    case 'cancelled':
      // Rows of the part in hand may have been taken in: under the same person and while their presses are remembered.
      if (found.applied === null) return mustChooseAgain;
      return found.applied.id === actor.id && state.now - found.applied.at < resumableMs
        ? found
        : mustChooseAgain;
    case 'staging':
      return refuse('文件的行还没有全部读完', 'Not all rows of the file have come in yet');
    case 'applying':
      return refuse('这个文件正在导入', 'This file is being imported');
    case 'applied':
      return refuse('这个文件已经导入过了', 'This file has been imported');
  }
}

function refuse(zh: string, en: string): Refusal {
  return { refused: { code: 'refused', message: { zh, en } } };
}

const mustChooseAgain = refuse(
  '请重新选择文件：已导入的行不会重复',
  'Choose the file again: rows taken in already stay as they are',
);

export const noSuchImport: Refusal = {
  refused: { code: 'not-found', message: { zh: '没有这个导入', en: 'There is no such import' } },
};
