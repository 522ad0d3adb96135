import type { mongo } from 'mongoose';
import type { StoreSession } from './in-transaction.ts';

/** Documents of one collection. */
export interface Question {
  collection: string;
  where: Readonly<Record<string, unknown>>;
  sort?: Readonly<Record<string, 1 | -1>>;
  limit?: number;
}

interface Row {
  question: number;
  document: mongo.Document;
}

/** Answers come in one batch, whatever the usual size of one. */
const batchSize = 10_000;

/**
 * Answers questions to several collections in one command, within the session's transaction: a command costs as much as the few
 * documents it usually brings. Answers in the order of the questions.
 */
export async function readAll(
  db: mongo.Db,
  session: StoreSession,
  questions: readonly Question[],
): Promise<mongo.Document[][]> {
  const [first, ...others] = questions;
  if (first === undefined) return [];
  if (others.length === 0) return [await readOne(db, session, first)];
  const pipeline = [
    ...stagesOf(first, 0),
    ...others.map((question, at) => ({
      $unionWith: { coll: question.collection, pipeline: stagesOf(question, at + 1) },
    })),
  ];
  const rows = await db
    .collection(first.collection)
    .aggregate<Row>(pipeline, { session, batchSize })
    .toArray();
  const answers = questions.map((): mongo.Document[] => []);
  for (const { question, document } of rows) answers[question]!.push(document);
  return answers;
}

async function readOne(
  db: mongo.Db,
  session: StoreSession,
  { collection, where, sort, limit }: Question,
): Promise<mongo.Document[]> {
  const cursor = db.collection(collection).find(where, { session, batchSize });
  if (sort !== undefined) cursor.sort(sort);
  if (limit !== undefined) cursor.limit(limit);
  return cursor.toArray();
}

function stagesOf({ where, sort, limit }: Question, question: number): mongo.Document[] {
  return [
    { $match: where },
    ...(sort === undefined ? [] : [{ $sort: sort }]),
    ...(limit === undefined ? [] : [{ $limit: limit }]),
    { $project: { _id: 0, question: { $literal: question }, document: '$$ROOT' } },
  ];
}
