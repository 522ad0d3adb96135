import { MongoClient } from 'mongodb';

/** A client that changes the document `held` in a transaction, says so, and then does nothing: to be killed. */
const client = await MongoClient.connect(process.argv[2]!);
const session = client.startSession();
session.startTransaction();
await client
  .db('x')
  .collection<{ _id: string; n: number }>('items')
  .updateOne({ _id: 'held' }, { $set: { n: 99 } }, { session });
process.send!('holding');
setInterval(() => undefined, 1_000);
