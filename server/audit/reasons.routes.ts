import { z } from 'zod';
import { changeReasons, changeReasonsList } from '../../rules-library/choices/change-reasons.ts';
import { reasonsSchema } from '../../rules-library/contract/reasons.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { records, type Store } from '../store/store.ts';

interface StoredList {
  _id: string;
  item: { entries: (string | number)[] };
}

/** Reasons to choose from: the button's own list, else the company's, else those the product comes with. */
export function reasonRoutes(store: Store): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/reasons',
      summary: { zh: '可选的改单原因', en: 'Reasons to choose from' },
      access: { kind: 'signed-in' },
      query: z.object({ command: z.string().max(64) }),
      answers: { 200: reasonsSchema },
      async handle({ query }) {
        const ids = [`${changeReasonsList}-${query.command}`, changeReasonsList];
        const found = await records<StoredList>(store, 'lists').byIds(ids);
        const list = ids.map((id) => found.find(({ _id }) => _id === id)).find((one) => one !== undefined);
        const items =
          list?.item.entries.map((entry) => ({ zh: String(entry), en: String(entry) })) ??
          changeReasons.map(({ label }) => label);
        return { body: { items, list: list?._id ?? null } };
      },
    }),
  ];
}
