import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '../../../server/rehearsal/chain/random.ts';
import { openAuditWorld, type AuditWorld } from '../../support/audit-world.ts';
import { tamperings } from '../../support/tamperings.ts';

/** `npm run test:tampering` sets 1,000; among the tests each kind is tried once. */
const kinds = Object.keys(tamperings);
const runs = Number(process.env.SLUICE_TAMPERINGS ?? kinds.length);
const seed = Number(process.env.SLUICE_SEED ?? 1);

let world: AuditWorld;
beforeAll(async () => {
  world = await openAuditWorld();
}, 30_000);
afterAll(() => world.close());

describe('an audit somebody tampers with', () => {
  test('is as it was written before', async () => {
    expect(await world.all('auditFiles')).toHaveLength(2);
    expect(await world.problems()).toEqual([]);
  });

  test(
    `shows every one of ${runs} tamperings, of ${kinds.length} kinds`,
    async () => {
      const random = createRandom(seed);
      const unseen: string[] = [];
      for (let run = 0; run < runs; run++) {
        const kind = kinds[run % kinds.length]!;
        const undo = await tamperings[kind]!(world, random);
        if ((await world.problems()).length === 0) unseen.push(`${kind} (seed ${seed}, run ${run})`);
        await undo();
        // Taken back, it is whole again: what was found was the tampering itself.
        expect(await world.problems(), kind).toEqual([]);
      }
      expect(unseen).toEqual([]);
    },
    60_000 + runs * 300,
  );
});
