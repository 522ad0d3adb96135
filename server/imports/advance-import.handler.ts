import { importStateLabels } from '../../rules-library/choices/import-states.ts';
import type { VerdictCounts } from '../../rules-library/contract/imports.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import { defineHandler, type Need, type Outcome, type Refusal, type State } from '../door/handler.ts';
import { isFenced, needsLease } from '../leases/lease.ts';
import { addCounts, partId, type RejectedLine, type StoredImport, type StoredPart } from './stored-import.ts';

/** The lease under which files are taken in. */
export const importLease = 'imports';

interface Input {
  import: string;
  fence: number;
  done?: { part: number; counts: VerdictCounts; rejected: RejectedLine[] };
  stop?: Text;
}

/** Notes what became of a part, or why the import stops. Said again, or by a process whose lease is over, it changes nothing. */
export const advanceImportHandler = defineHandler<Input>({
  name: 'advance-import',
  needs: ({ input }): Need[] => [
    needsLease(importLease),
    { collection: 'imports', ids: [input.import] },
    ...(input.done === undefined
      ? []
      : [{ collection: 'importParts', ids: [partId(input.import, input.done.part)] }]),
  ],
  plan({ input }, state) {
    if (!isFenced(state, importLease, input.fence)) return leaseOver;
    const found = state.get<StoredImport>('imports', input.import);
    if (found === undefined) return nothing;
    if (input.stop !== undefined) {
      if (found.state !== 'applying') return nothing;
      const document: StoredImport = { ...found, state: 'stopped', endedAt: state.now, note: input.stop };
      return said(document, input.stop, [{ put: 'imports', document }]);
    }
    return input.done === undefined ? nothing : advance(found, input.done, state);
  },
});

function advance(found: StoredImport, done: NonNullable<Input['done']>, state: State): Outcome {
  const part = state.get<StoredPart>('importParts', partId(found._id, done.part));
  if (part === undefined || part.rejected !== null) return nothing;
  const doneParts = found.doneParts + 1;
  const isLast = doneParts === found.parts;
  // Cancelled meanwhile: what was in hand is counted, and nothing more begins.
  const isOver = isLast && found.state === 'applying';
  const document: StoredImport = {
    ...found,
    done: found.done + part.size,
    doneParts,
    outcome: addCounts(found.outcome, done.counts),
    ...(isOver ? { state: 'applied', endedAt: state.now } : {}),
  };
  const text = {
    zh: `「${found.file.name}」已导入 ${document.done} 行，共 ${found.total} 行`,
    en: `${document.done} of ${found.total} rows of "${found.file.name}" taken in`,
  };
  return said(document, text, [
    { put: 'imports', document },
    {
      put: 'importParts',
      document: { ...part, rows: null, sealed: null, rejected: done.rejected } as StoredPart,
    },
  ]);
}

function said(of: StoredImport, text: Text, changes: Outcome['changes']): Outcome {
  return {
    changes,
    result: { state: of.state, done: of.done },
    text,
    audit: {
      after: { kind: of.kind, file: of.file.name, rows: of.done, importState: importStateLabels[of.state] },
    },
  };
}

const nothing: Outcome = {
  changes: [],
  result: { unchanged: true },
  text: { zh: '已经记过了', en: 'Noted already' },
};
const leaseOver: Refusal = {
  refused: {
    code: 'refused',
    message: { zh: '这件事已由另一个进程接手', en: 'Another process has taken this over' },
  },
};
