import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { z } from 'zod';
import type { NamedKind } from '../../rules-library/define/sentence.ts';
import { textSchema, type Language, type Text } from '../../rules-library/schema/text.ts';
import { call, path } from '../api/client.ts';
import { listAnswer } from '../api/list-answer.ts';
import { useLanguage } from '../i18n/language.ts';

const entry = z.record(z.string(), z.unknown());
const answer = listAnswer(entry);

/** Catalogues small enough to be read whole. */
export type SmallCatalog = 'lists' | 'tables' | 'warehouses';
const idFields: Record<string, string> = { skus: 'sku' };

export interface Named {
  id: string;
  /** In the language of the screen. */
  name: string;
}

/** A name may be said in both languages, or be the same in each. */
function nameOf(name: unknown): Text | undefined {
  const both = textSchema.safeParse(typeof name === 'string' ? { zh: name, en: name } : name);
  return both.success && both.data.zh !== '' ? both.data : undefined;
}

function namesOf(kind: string, items: readonly Record<string, unknown>[], language: Language): Named[] {
  const idField = idFields[kind] ?? 'id';
  return items.flatMap((item) => {
    const id = item[idField];
    if (typeof id !== 'string') return [];
    return [{ id, name: nameOf(item.name)?.[language] ?? id }];
  });
}

/** All entries of a small catalogue, by business id. */
export function useSmallCatalog(kind: SmallCatalog): readonly Named[] {
  const language = useLanguage();
  const { data } = useQuery({
    queryKey: ['catalog', kind],
    queryFn: ({ signal }) => call({ path: path`/catalog/${kind}`, query: { limit: 500 }, answer, signal }),
    staleTime: 60_000,
    retry: false,
  });
  return useMemo(
    () => (data === undefined ? [] : namesOf(kind, data.items, language)),
    [kind, data, language],
  );
}

/** Entries of a large catalogue whose id begins with what was typed. */
export function useCatalogSearch(kind: string | undefined, typed: string): readonly Named[] {
  const prefix = typed.trim();
  const language = useLanguage();
  const { data } = useQuery({
    queryKey: ['catalog', kind, prefix],
    queryFn: ({ signal }) =>
      call({ path: path`/catalog/${kind ?? ''}`, query: { limit: 20, prefix }, answer, signal }),
    enabled: kind !== undefined,
    staleTime: 60_000,
    retry: false,
  });
  return useMemo(
    () => (data === undefined || kind === undefined ? [] : namesOf(kind, data.items, language)),
    [kind, data, language],
  );
}

/** Names of lists, tables and warehouses, for sentences; what is not known is called by its id. */
export function useNames(): (kind: NamedKind, id: string) => Text | undefined {
  const lists = useSmallCatalog('lists');
  const tables = useSmallCatalog('tables');
  const warehouses = useSmallCatalog('warehouses');
  return useCallback(
    (kind, id) => {
      const known =
        kind === 'list' ? lists : kind === 'table' ? tables : kind === 'warehouses' ? warehouses : [];
      const found = known.find((one) => one.id === id);
      return found === undefined ? undefined : { zh: found.name, en: found.name };
    },
    [lists, tables, warehouses],
  );
}
