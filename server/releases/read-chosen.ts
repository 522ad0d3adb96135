import type { z } from 'zod';
import type { publishSchema } from '../../rules-library/contract/releases.ts';
import type { StoredFlow } from '../flows/stored-flow.ts';
import { records, type Store } from '../store/store.ts';
import type { ReleaseFlow } from './build-release.ts';
import { chooseFlows, type ChosenFlow } from './choose-flows.ts';
import { contentOf, type StoredPointer, type StoredRelease } from './release.ts';

/** What publishing would take now, as the store stands. */
export interface Chosen {
  pointer: StoredPointer | null;
  active: StoredRelease | null;
  live: ReleaseFlow[];
  chosen: ChosenFlow[];
}

const mostDrafts = 2000;

/** Reads what is in force and the drafts that would take its place. */
export async function readChosen(store: Store, input: z.output<typeof publishSchema>): Promise<Chosen> {
  const pointer = await records<StoredPointer>(store, 'pointers').byId('release');
  const active =
    pointer === null ? null : await records<StoredRelease>(store, 'releases').byId(String(pointer.number));
  const live = active === null ? [] : contentOf(active).flows;
  const drafts = records<StoredFlow>(store, 'flows');
  const ids = input.flows?.map(({ id }) => id);
  const read = ids === undefined ? await drafts.find({}, { limit: mostDrafts }) : await drafts.byIds(ids);
  return { pointer, active, live, chosen: chooseFlows(live, read, ids) };
}
