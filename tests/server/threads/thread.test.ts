import { afterAll, expect, test } from 'vitest';
import { Thread } from '../../../server/threads/thread.ts';

const thread = new Thread(new URL('./echo.thread.ts', import.meta.url));
afterAll(() => thread.close());

test('answers in order, tells how far it is, and stops when asked to', async () => {
  const told: number[] = [];
  const order: string[] = [];
  const one = thread
    .ask<string, number>({ count: 3 }, { onProgress: (at) => told.push(at) })
    .then((answer) => order.push(answer));
  const two = thread.ask<string>({ count: 1 }).then((answer) => order.push(answer));
  await Promise.all([one, two]);
  expect(told).toEqual([1, 2, 3]);
  expect(order).toEqual(['counted to 3', 'counted to 1']);

  const stop = new AbortController();
  const endless = thread.ask<string, number>(
    { count: Number.POSITIVE_INFINITY },
    { signal: stop.signal, onProgress: () => stop.abort(new Error('enough')) },
  );
  await expect(endless).rejects.toThrow('enough');
  expect(await thread.ask({ count: 0 })).toBe('counted to 0');
  await expect(thread.ask({ count: -1 })).rejects.toThrow('cannot count to -1');
});

test('a thread that dies fails what it was asked; the next request starts another', async () => {
  await expect(thread.ask({ die: true })).rejects.toThrow(/ended|died/);
  expect(await thread.ask({ count: 2 })).toBe('counted to 2');
});
