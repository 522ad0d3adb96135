import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Coalesced } from '../../server/coalesced.ts';

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn++) await Promise.resolve();
};

describe('work that is asked for by many', () => {
  test('is never done twice at once, and sees everything that happened before it was asked for', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ pause: fc.nat(12), ask: fc.nat(3) }), { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(8), { minLength: 1, maxLength: 6 }),
        async (asks, lengths) => {
          let happened = 0;
          let seen = 0;
          let atOnce = 0;
          let runs = 0;
          const work = new Coalesced(async () => {
            expect(++atOnce).toBe(1);
            const looked = happened;
            await turns(lengths[runs++ % lengths.length]!);
            seen = looked;
            atOnce--;
          });
          const waiting: Promise<void>[] = [];
          for (const { pause, ask } of asks) {
            await turns(pause);
            for (let n = 0; n <= ask; n++) {
              const mine = ++happened;
              waiting.push(work.run().then(() => expect(seen).toBeGreaterThanOrEqual(mine)));
            }
          }
          await Promise.all(waiting);
          expect(seen).toBe(happened);
          expect(runs).toBeLessThanOrEqual(happened);
        },
      ),
    );
  });

  test('tells who asked that it failed, and is done again for the next', async () => {
    let runs = 0;
    const work = new Coalesced(async () => {
      await turns(2);
      if (++runs === 1) throw new Error('once');
    });
    const first = work.run();
    await expect(Promise.allSettled([first, work.run()])).resolves.toMatchObject([
      { status: 'rejected' },
      { status: 'rejected' },
    ]);
    await work.settled();
    await expect(work.run()).resolves.toBeUndefined();
    expect(runs).toBe(2);
  });
});
