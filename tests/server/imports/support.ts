import { expect } from 'vitest';
import type { ApiClient } from '../../support/api.ts';

let count = 0;
export const file = { name: 'list.xlsx', bytes: 1234 };

export interface Row {
  line: number;
  item: object;
  repeats?: number;
}

/** Rows of a file, each item on its own line below the header. */
export function rowsOf(...items: object[]): Row[] {
  return items.map((item, at) => ({ line: at + 2, item }));
}

/** An id no other import of the test has. */
export function newId(): string {
  return `import-${(count += 1)}-test`;
}

/** A person who imports files. */
export function importing(who: ApiClient) {
  const read = async (id: string): Promise<any> => (await who.get(`/imports/${id}`)).body;
  return {
    read,
    async stage(kind: string, rows: readonly Row[]): Promise<string> {
      const id = newId();
      for (let part = 0; part * 500 < rows.length; part++) {
        const body = { kind, file, total: rows.length, rows: rows.slice(part * 500, (part + 1) * 500) };
        const answer = await who.send('PUT', `/imports/${id}/parts/${part}`, body);
        expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      }
      return id;
    },
    rows: async (id: string, verdict: string): Promise<any[]> =>
      (await who.get(`/imports/${id}/rows?verdict=${verdict}`)).body.items,
    apply: (id: string, extra: object = { reason: '新表', voucher: 'P-7' }) =>
      who.send(
        'POST',
        '/commands/apply-import',
        { input: { import: id }, ...extra },
        { 'idempotency-key': `apply-${(count += 1)}` },
      ),
    async ended(id: string): Promise<any> {
      for (let tried = 0; tried < 200; tried++) {
        const found = await read(id);
        if (!['staging', 'ready', 'applying'].includes(found.state)) return found;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error('the import did not end');
    },
  };
}
export type Importing = ReturnType<typeof importing>;
