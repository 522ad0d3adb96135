import fc from 'fast-check';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditModel, sealModel } from '../../../server/audit/audit.model.ts';
import { contentHash } from '../../../server/canonical.ts';
import { nextSeal, verifyChain, type Seal } from '../../../server/audit/seal.ts';
import { Sealer } from '../../../server/audit/sealer.ts';
import { Store } from '../../../server/store/store.ts';
import { testUri } from '../../support/store.ts';

const log = pino({ level: 'silent' });
let store: Store;
beforeAll(async () => {
  store = await Store.connect(testUri(), [auditModel, sealModel]);
});
afterAll(() => store.close());

async function write(from: number, count: number): Promise<void> {
  const entries = Array.from({ length: count }, (_, index) => {
    const id = `p${String(from + index).padStart(6, '0')}`;
    return {
      _id: id,
      rev: 1,
      at: 1000 + from + index,
      text: { zh: '改', en: 'change' },
      hash: contentHash(id),
      sealed: false,
    };
  });
  await store.collection('audit').insertMany(entries as never);
}

async function chain(): Promise<Seal[]> {
  const found = await store.collection('seals').find({}).sort({ n: 1 }).toArray();
  return found.map(({ n, at, entries, prev, hash }) => ({ n, at, entries, prev, hash }) as Seal);
}

describe('the sealer', () => {
  test('two of them, with entries still arriving, seal each entry once in a chain without holes', async () => {
    const sealers = [new Sealer(store, log, null), new Sealer(store, log, null)];
    const writing = (async () => {
      for (let batch = 0; batch < 12; batch++) await write(batch * 60, 60);
    })();
    let done = false;
    const sealing = sealers.map(async (sealer) => {
      while (!done) await sealer.sealOnce();
    });
    await writing;
    done = true;
    await Promise.all(sealing);
    while ((await sealers[0]!.sealOnce()) > 0);
    const seals = await chain();
    const sealed = seals.flatMap(({ entries }) => entries.map(({ id }) => id));
    expect(sealed).toHaveLength(720);
    expect(new Set(sealed).size).toBe(720);
    const hashes = new Map(
      (await store.collection('audit').find({}).toArray()).map((entry) => [
        String(entry._id),
        String(entry.hash),
      ]),
    );
    expect(verifyChain(seals, (id) => hashes.get(id))).toEqual([]);
    expect(await store.collection('audit').countDocuments({ sealed: false })).toBe(0);
  });
});

describe('verifying the chain', () => {
  const built = (sizes: readonly number[]): { seals: Seal[]; hashes: Map<string, string> } => {
    const seals: Seal[] = [];
    const hashes = new Map<string, string>();
    let number = 0;
    for (const size of sizes) {
      const entries = Array.from({ length: size }, () => {
        const id = `e${number++}`;
        hashes.set(id, contentHash(id));
        return { id, hash: hashes.get(id)! };
      });
      seals.push(nextSeal(seals.at(-1) ?? null, entries, 5 * number));
    }
    return { seals, hashes };
  };
  const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 6 });

  test('finds nothing in an untouched chain, and any single change, removal or reordering', () => {
    fc.assert(
      fc.property(
        sizes,
        fc.nat(),
        fc.constantFrom('change', 'remove-entry', 'remove-seal', 'swap', 'edit-seal'),
        (list, pick, how) => {
          const { seals, hashes } = built(list);
          const find = (id: string): string | undefined => hashes.get(id);
          expect(verifyChain(seals, find)).toEqual([]);
          const ids = [...hashes.keys()];
          const id = ids[pick % ids.length]!;
          // The very last seal can only be missed against a checkpoint kept elsewhere.
          const at = pick % (seals.length - 1);
          if (how === 'change') hashes.set(id, contentHash('other'));
          if (how === 'remove-entry') hashes.delete(id);
          if (how === 'remove-seal') seals.splice(at, 1);
          if (how === 'swap') [seals[at], seals[at + 1]] = [seals[at + 1]!, seals[at]!];
          if (how === 'edit-seal') seals[at] = { ...seals[at]!, at: seals[at]!.at + 1 };
          expect(verifyChain(seals, find)).not.toEqual([]);
        },
      ),
    );
  });
});
