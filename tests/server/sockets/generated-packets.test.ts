import fc from 'fast-check';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiClient } from '../../support/api.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let keeper: ApiClient;
beforeAll(async () => {
  server = await startServer();
  keeper = await server.signIn('keeper');
});
afterAll(() => server.close());

const packets = 5000;
/** Few enough that the limit per second does not end the socket before its packets are read. */
const perSocket = 50;

function connect(): Promise<Socket> {
  const socket = io(`${server.url}/live`, {
    transports: ['websocket'],
    extraHeaders: { cookie: keeper.cookie },
    forceNew: true,
    reconnection: false,
  });
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', reject);
  });
}

const anything = fc.oneof(
  fc.constantFrom(
    null,
    true,
    -1,
    1.5,
    '',
    'role:keeper',
    { room: 'role:keeper', seq: 0 },
    { 'role:keeper': 0 },
  ),
  fc.dictionary(
    fc.constantFrom('role:keeper', 'room', 'seq', '__proto__', 'constructor', '$gt'),
    fc.jsonValue(),
  ),
  fc.anything({ maxDepth: 3, withBigInt: false, withDate: true, withTypedArray: true }),
);
const packet = fc.tuple(
  fc.constantFrom('resume', 'ack', 'alert.raised', 'join', ''),
  fc.array(anything, { maxLength: 3 }),
  fc.boolean(),
);

test(`${packets} generated packets end no server and no other screen`, async () => {
  const staying = await connect();
  const sample = fc.sample(packet, { numRuns: packets, seed: 20_251_212 });
  let sent = 0;
  for (let from = 0; from < packets; from += perSocket) {
    const socket = await connect();
    for (const [event, values, withAnswer] of sample.slice(from, from + perSocket)) {
      const args = withAnswer ? [...values, () => {}] : values;
      socket.emit(event, ...args);
      sent += 1;
    }
    // A last question shows that what came before has been read.
    const answer = await socket
      .timeout(5000)
      .emitWithAck('resume', {})
      .catch(() => 'ended');
    if (answer !== 'ended') expect(answer).toBeTypeOf('object');
    socket.disconnect();
  }
  expect(sent).toBe(packets);
  expect(staying.connected).toBe(true);
  expect(await staying.timeout(5000).emitWithAck('resume', {})).toHaveProperty('rooms');
  expect((await keeper.get('/session')).status).toBe(200);
  staying.disconnect();
}, 120_000);
