import fc from 'fast-check';
import { BSON, Long } from 'mongodb';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ownStore } from '../../support/embedded.ts';
import { message, RawClient } from '../../support/raw-client.ts';

/** What comes over the socket, well formed or not. */

let own: Awaited<ReturnType<typeof ownStore>>;
const clients: RawClient[] = [];

beforeAll(async () => {
  own = await ownStore();
});

afterAll(() => own.remove());

afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});

async function raw(): Promise<RawClient> {
  const client = await RawClient.connect(own.store.uri);
  clients.push(client);
  return client;
}

function query(body: object, collection = 'admin.$cmd'): Buffer {
  const head = Buffer.alloc(20);
  const all = Buffer.concat([head, Buffer.from(`${collection}\0`), Buffer.alloc(8), BSON.serialize(body)]);
  all.writeInt32LE(all.length, 0);
  all.writeInt32LE(2004, 12);
  return all;
}

describe('the handshake', () => {
  it('answers the first hello as OP_QUERY, as the primary of a one-member set', async () => {
    const client = await raw();
    client.write(query({ ismaster: 1, helloOk: true }));
    const reply = await client.reply();
    const port = new URL(own.store.uri).port;
    expect(reply).toMatchObject({
      ok: 1,
      ismaster: true,
      helloOk: true,
      setName: 'sluice',
      hosts: [`127.0.0.1:${port}`],
      me: `127.0.0.1:${port}`,
      secondary: false,
      maxWireVersion: 25,
      logicalSessionTimeoutMinutes: 30,
      maxBsonObjectSize: 16_777_216,
      maxMessageSizeBytes: 48_000_000,
      maxWriteBatchSize: 100_000,
    });
    expect(reply).not.toHaveProperty('topologyVersion');
    expect(Math.abs(reply.localTime.getTime() - Date.now())).toBeLessThan(1_000);
    expect(await client.send({ hello: 1, $db: 'admin' })).toMatchObject({ ok: 1, isWritablePrimary: true });
  });

  it('takes OP_QUERY for nothing else', async () => {
    const client = await raw();
    client.write(query({ find: 'c' }));
    expect(await client.isCut()).toBe(true);
  });
});

describe('messages', () => {
  it('takes documents in the body and in sections of kind 1', async () => {
    const client = await raw();
    const body = { insert: 'kinds', $db: 'w' };
    expect(await client.send({ ...body, documents: [{ _id: 1 }] })).toMatchObject({ ok: 1, n: 1 });
    expect(await client.send(body, { documents: [{ _id: 2 }, { _id: 3 }] })).toMatchObject({ ok: 1, n: 2 });
    const updates = [{ q: { _id: 2 }, u: { $set: { a: 1 } } }];
    expect(await client.send({ update: 'kinds', $db: 'w' }, { updates })).toMatchObject({
      n: 1,
      nModified: 1,
    });
  });

  it('sends no reply to a message with moreToCome', async () => {
    const client = await raw();
    client.write(message({ insert: 'more', documents: [{ _id: 1 }], $db: 'w' }, {}, 2));
    const { cursor } = await client.send({ find: 'more', $db: 'w' });
    expect(cursor.firstBatch).toEqual([{ _id: 1 }]);
  });

  it('answers several messages in one chunk, and one message in many chunks', async () => {
    const client = await raw();
    const ping = message({ ping: 1, $db: 'admin' });
    client.write(Buffer.concat([ping, ping, ping]));
    for (let i = 0; i < 3; i++) expect(await client.reply()).toMatchObject({ ok: 1 });
    for (const byte of ping) {
      client.write(Buffer.from([byte]));
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await client.reply()).toMatchObject({ ok: 1 });
  });

  it('adds an _id where a client sends none, and puts it first', async () => {
    const client = await raw();
    await client.send({ insert: 'ids', documents: [{ a: 1 }, { b: 1, _id: 5 }], $db: 'w' });
    const { cursor } = await client.send({ find: 'ids', $db: 'w' });
    expect(Object.keys(cursor.firstBatch[0])).toEqual(['_id', 'a']);
    expect(Object.keys(cursor.firstBatch[1])).toEqual(['_id', 'b']);
  });

  it('cuts a connection whose declared length is out of bounds, before gathering it', async () => {
    for (const length of [0, 15, 48_000_001, -1, 0x7fffffff]) {
      const client = await raw();
      const bytes = Buffer.alloc(16);
      bytes.writeInt32LE(length, 0);
      client.write(bytes);
      expect(await client.isCut(), String(length)).toBe(true);
    }
  });

  it('cuts a connection on unknown operations, flags and sections', async () => {
    const unknownOp = message({ ping: 1, $db: 'admin' });
    unknownOp.writeInt32LE(2012, 12);
    const unknownFlag = message({ ping: 1, $db: 'admin' }, {}, 4);
    const unknownKind = message({ ping: 1, $db: 'admin' });
    unknownKind[20] = 9;
    for (const bytes of [unknownOp, unknownFlag, unknownKind]) {
      const client = await raw();
      client.write(bytes);
      expect(await client.isCut()).toBe(true);
    }
  });

  it('refuses documents too large, too deep, or malformed', async () => {
    const client = await raw();
    const large = { insert: 'bad', documents: [{ _id: 1, pad: 'x'.repeat(16_777_216) }], $db: 'w' };
    expect((await client.send(large)).writeErrors).toMatchObject([{ code: 10334 }]);
    let deep: object = {};
    for (let i = 0; i < 150; i++) deep = { deep };
    const reply = await client.send({ insert: 'bad', documents: [deep], $db: 'w' });
    expect(reply.writeErrors).toMatchObject([{ code: 15 }]);
    const bytes = message({ insert: 'bad', $db: 'w' }, { documents: [{ _id: 1, text: 'abc' }] });
    bytes[bytes.length - 2] = 7; // the terminator of the string
    client.write(bytes);
    expect((await client.reply()).writeErrors).toMatchObject([{ code: 22 }]);
    expect((await client.send({ count: 'bad', $db: 'w' })).n).toBe(0);
  });

  it('stays up whatever bytes come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 200 }), fc.nat(), async (noise, at) => {
        const bytes = message({ find: 'c', filter: { a: 1 }, limit: 3, $db: 'w' });
        const from = at % bytes.length;
        noise.subarray(0, bytes.length - from).forEach((byte, i) => (bytes[from + i] = byte));
        if (from >= 4) bytes.writeInt32LE(bytes.length, 0);
        const client = await RawClient.connect(own.store.uri);
        client.write(bytes);
        await new Promise((resolve) => setTimeout(resolve, 2));
        client.close();
      }),
      { numRuns: 150 },
    );
    const client = await raw();
    expect(await client.send({ ping: 1, $db: 'admin' })).toMatchObject({ ok: 1 });
    expect(own.log.filter((line) => line.includes('stops'))).toEqual([]);
  });

  it('answers command bodies of any shape with an error of its own kind', async () => {
    const client = await raw();
    const value = fc.oneof(
      fc.integer(),
      fc.string(),
      fc.boolean(),
      fc.constant(null),
      fc.array(fc.integer(), { maxLength: 2 }),
      fc.dictionary(
        fc.string({ minLength: 1 }).filter((key) => !key.includes('\0')),
        fc.integer(),
        { maxKeys: 3 },
      ),
    );
    const names = [
      'find',
      'insert',
      'update',
      'delete',
      'findAndModify',
      'aggregate',
      'createIndexes',
      'getMore',
      'distinct',
      'count',
      'bulkWrite',
      'killCursors',
      'create',
      'commitTransaction',
    ];
    const fields = [
      'filter',
      'query',
      'sort',
      'limit',
      'projection',
      'documents',
      'updates',
      'deletes',
      'pipeline',
      'cursor',
      'indexes',
      'ops',
      'nsInfo',
      'lsid',
      'txnNumber',
      'readConcern',
      'key',
      'update',
      'maxTimeMS',
      'writeConcern',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        value,
        fc.dictionary(fc.constantFrom(...fields), value, { maxKeys: 4 }),
        async (name, target, more) => {
          const reply = await client.send({ [name]: target, ...more, $db: 'w' });
          if (reply.ok !== 1) expect(reply.code, JSON.stringify({ name, target, more, reply })).not.toBe(1);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('numbers cursors with int64', async () => {
    const client = await raw();
    await client.send({
      insert: 'many',
      documents: Array.from({ length: 300 }, (_, n) => ({ n })),
      $db: 'w',
    });
    const bytes = await client.send({ find: 'many', batchSize: 10, $db: 'w' });
    expect(Long.fromValue(bytes.cursor.id).isZero()).toBe(false);
  });
});
