import type { z } from 'zod';
import type { stagedPartSchema, VerdictCounts } from '../../rules-library/contract/imports.ts';
import { contentHash } from '../canonical.ts';
import type { PlannedItem } from '../catalog/plan-items.ts';
import {
  defineHandler,
  type CommandHandler,
  type Need,
  type Outcome,
  type Refusal,
} from '../door/handler.ts';
import type { PersonalVault } from '../personal/personal-vault.ts';
import { closedRefusal, excelClosedIn, needsCompany } from './excel-closed.ts';
import type { ImportAdapter } from './import-adapter.ts';
import { keptRows } from './staged-rows.ts';
import {
  addCounts,
  countVerdicts,
  noCounts,
  partId,
  type StagedRow,
  type StoredImport,
  type StoredPart,
} from './stored-import.ts';

type Input = z.output<typeof stagedPartSchema> & { import: string; part: number };
type Row = Input['rows'][number];

/**
 * Notes the next rows of a file and what each of them would do. Parts come in order; one that came before is answered again. With the
 * last one the import is ready.
 */
export function stageImportHandler(
  vault: PersonalVault,
  adapterOf: (kind: string) => ImportAdapter,
): CommandHandler {
  return defineHandler<Input>({
    name: 'stage-import',
    needs({ input }, state) {
      const first: Need[] = [
        needsCompany,
        { collection: 'imports', ids: [input.import] },
        { collection: 'importParts', ids: [partId(input.import, input.part)] },
        ...adapterOf(input.kind).needs(input.kind, itemsOf(input.rows)),
      ];
      return state === undefined
        ? first
        : [...first, sameRows(hashAfter(input, state.get('imports', input.import)))];
    },
    plan(press, state) {
      const { input, actor } = press;
      const closed = excelClosedIn(state);
      if (closed !== null) return closedRefusal(closed);
      if (actor.kind !== 'person') return onlyPeople;
      const known = state.get<StoredImport>('imports', input.import);
      if (known !== undefined && (known.by.id !== actor.id || known.kind !== input.kind)) return anotherFile;
      const id = partId(input.import, input.part);
      const before = state.get<StoredPart>('importParts', id);
      if (before !== undefined) return told(known!, before.counts, []);
      if (input.part !== (known?.parts ?? 0) || (known !== undefined && known.state !== 'staging'))
        return outOfOrder;
      const staged = (known?.staged ?? 0) + input.rows.length;
      if (staged > input.total) return outOfOrder;
      const adapter = adapterOf(input.kind);
      const planned = adapter.plan(input.kind, itemsOf(input.rows), state);
      const rows = input.rows.map((row, at): StagedRow => stagedRow(row, planned[at]!));
      const counts = countVerdicts(rows.map((row) => row.planned));
      const hash = hashAfter(input, known);
      const [same] = state.find<StoredImport>(sameRows(hash));
      const next: StoredImport = {
        ...(known ?? fresh(input, { id: actor.id, name: actor.name }, state.now)),
        state: staged === input.total ? 'ready' : 'staging',
        staged,
        parts: input.part + 1,
        counts: addCounts(known?.counts ?? noCounts, counts),
        hash,
        sameAs:
          same === undefined
            ? null
            : { id: same._id, at: same.endedAt ?? same.at, by: same.applied ?? same.by },
      };
      const part: StoredPart = {
        _id: id,
        rev: 0,
        import: input.import,
        part: input.part,
        size: rows.length,
        counts,
        ...keptRows(vault, id, rows, adapter.personal(input.kind)),
        rejected: null,
      };
      return told(next, counts, [
        { put: 'imports', document: next },
        { put: 'importParts', document: part },
      ]);
    },
  });
}

function itemsOf(rows: readonly Row[]): unknown[] {
  return rows.map(({ item }) => item);
}

/** A row that says what an earlier line says already is not taken: which of the two is meant is for a person to say. */
function stagedRow({ line, item, repeats }: Row, planned: PlannedItem): StagedRow {
  if (repeats === undefined || planned.verdict === 'rejected') return { line, item, planned };
  const message = {
    zh: `和第 ${repeats} 行是同一项，只取第 ${repeats} 行`,
    en: `is about the same as line ${repeats}; only line ${repeats} is taken`,
  };
  return { line, item, planned: { verdict: 'rejected', path: '', message } };
}

function hashAfter({ kind, rows }: Input, known: StoredImport | undefined): string {
  return contentHash([known?.hash ?? kind, itemsOf(rows)]);
}

function sameRows(hash: string): Need {
  return { collection: 'imports', where: { hash, state: 'applied' }, limit: 1 };
}

function fresh(input: Input, by: StoredImport['by'], now: number): StoredImport {
  return {
    _id: input.import,
    rev: 0,
    kind: input.kind,
    file: input.file,
    state: 'staging',
    total: input.total,
    staged: 0,
    parts: 0,
    done: 0,
    doneParts: 0,
    counts: noCounts,
    outcome: noCounts,
    hash: '',
    by,
    at: now,
    applied: null,
    endedAt: null,
    sameAs: null,
    note: null,
  };
}

function told(of: StoredImport, counts: VerdictCounts, changes: Outcome['changes']): Outcome {
  return {
    changes,
    result: { import: of._id, state: of.state, staged: of.staged, counts },
    text: {
      zh: `已看过 ${of.staged} 行，共 ${of.total} 行`,
      en: `${of.staged} of ${of.total} rows looked at`,
    },
    audit: { after: { kind: of.kind, file: of.file.name, rows: of.staged } },
  };
}

const onlyPeople: Refusal = {
  refused: {
    code: 'refused',
    message: {
      zh: '文件由人来导入；系统请用相应的接口送数据',
      en: 'Files are imported by people; systems send their data by the calls made for it',
    },
  },
};
const anotherFile: Refusal = {
  refused: {
    code: 'not-found',
    message: { zh: '没有您的这个导入', en: 'There is no such import of yours' },
  },
};
const outOfOrder: Refusal = {
  refused: {
    code: 'refused',
    message: {
      zh: '文件的行没有按顺序送来，请重新选择文件',
      en: 'The rows of the file did not come in order; choose the file again',
    },
  },
};
