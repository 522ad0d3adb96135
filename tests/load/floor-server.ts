import express from 'express';
import mongoose, { Schema } from 'mongoose';

/**
 * The floors of the benchmark behind the same express door and the same store: `/a` one `create()` of the order, `/b` the
 * documents an order comes with, one awaited `create()` each, no transaction, no rules.
 */
const loose = new Schema({ _id: String }, { strict: false, versionKey: false });
const names = ['orders', 'identities', 'people', 'received', 'decided', 'decisions', 'audit', 'outbox'];
const uri = process.argv[2]!;
const port = Number(process.argv[3]);

await mongoose.connect(uri, { maxPoolSize: 20, writeConcern: { w: 'majority', journal: true } });
const models = names.map(
  (name) => mongoose.model(`floor-${name}`, loose, `floor-${name}`) as unknown as mongoose.Model<any>,
);
await Promise.all(models.map((model) => model.createCollection()));

let count = 0;
const app = express();
app.use(express.json({ limit: '1mb' }));
/** About the size of what the product stores beside the order: 40 facts, two history entries, an audit entry. */
const facts = Object.fromEntries(
  Array.from({ length: 40 }, (_, index) => [`fact.number${index}`, index * 100]),
);
app.post('/a', async (request, response) => {
  const id = `a-${process.pid}-${count++}`;
  await models[0]!.create({ _id: id, ...request.body });
  response.status(201).json({ id });
});
app.post('/b', async (request, response) => {
  const id = `b-${process.pid}-${count++}`;
  await models[0]!.create({ _id: id, ...request.body });
  for (const model of models.slice(1)) {
    const body =
      model === models[5]
        ? { facts }
        : { order: id, type: 'order.received', text: { zh: '收到订单', en: 'Order received' } };
    await model.create({ _id: id, at: new Date(), ...body });
  }
  response.status(201).json({ id });
});
app.listen(port, '127.0.0.1', () => console.log('ready'));
