import type { Document } from 'bson';
import { notAvailable, StoreError } from '../errors.ts';
import { numberOf, optionalDocument } from './fields.ts';

/**
 * Every acknowledged write is on disk before its answer, so `w` 0, 1 and majority with or without journal all hold. What
 * asks for more members than there are is answered as a one-member set answers: the write is done, and the reply carries
 * this error.
 */
export function writeConcernError(command: Document): Document | undefined {
  const concern = optionalDocument(command, 'writeConcern');
  if (!concern) return undefined;
  for (const field of Object.keys(concern)) {
    if (!['w', 'j', 'wtimeout', 'fsync', 'provenance'].includes(field)) {
      throw new StoreError(9, 'FailedToParse', `unknown write concern field ${field}`);
    }
  }
  const w = concern.w as unknown;
  if (w === undefined || w === 'majority') return undefined;
  if (typeof w === 'string') {
    return {
      code: 79,
      codeName: 'UnknownReplWriteConcern',
      errmsg: `No write concern mode named '${w}' found`,
    };
  }
  const members = numberOf(w);
  if (members === undefined || members < 0) {
    throw new StoreError(9, 'FailedToParse', 'w has to be a number of members or a string');
  }
  return members <= 1
    ? undefined
    : { code: 100, codeName: 'UnsatisfiableWriteConcern', errmsg: 'Not enough data-bearing nodes' };
}

/** Checks the read concern. Every read sees committed data only; points in time of the past are not kept. */
export function checkReadConcern(command: Document, inTransaction: boolean): void {
  const concern = optionalDocument(command, 'readConcern');
  if (!concern) return;
  for (const field of Object.keys(concern)) {
    if (field !== 'level' && field !== 'provenance') {
      throw notAvailable(72, 'InvalidOptions', `readConcern.${field}`);
    }
  }
  const level = concern.level as unknown;
  if (level === undefined || level === 'local' || level === 'majority') return;
  if (level === 'snapshot' && inTransaction) return;
  if ((level === 'available' || level === 'linearizable') && !inTransaction) return;
  if (level === 'snapshot')
    throw notAvailable(72, 'InvalidOptions', 'readConcern snapshot outside a transaction');
  throw new StoreError(
    72,
    'InvalidOptions',
    `readConcern level ${JSON.stringify(level)} is not supported here`,
  );
}

/** The one member is the primary: a read that insists on a secondary can never be served. */
export function checkReadPreference(command: Document): void {
  const preference = optionalDocument(command, '$readPreference');
  if (preference?.mode === 'secondary') {
    throw notAvailable(2, 'BadValue', 'read preference secondary');
  }
}
