import { useQuery } from '@tanstack/react-query';
import {
  decisionViewSchema,
  explanationViewSchema,
  orderViewSchema,
  timelineEntrySchema,
} from '../../rules-library/contract/orders.ts';
import { call, path } from '../api/client.ts';
import { listAnswer } from '../api/list-answer.ts';
import { readButtons } from '../api/press.ts';
import { queryKeys } from '../api/query-keys.ts';

const timelineAnswer = listAnswer(timelineEntrySchema);
const decisionsAnswer = listAnswer(decisionViewSchema);

/** One order; live news of it has everything under its key read anew. */
export function useOrder(id: string) {
  return useQuery({
    queryKey: queryKeys.order(id),
    queryFn: ({ signal }) => call({ path: path`/orders/${id}`, answer: orderViewSchema, signal }),
  });
}

export function useTimeline(id: string) {
  return useQuery({
    queryKey: [...queryKeys.order(id), 'timeline'],
    queryFn: ({ signal }) => call({ path: path`/orders/${id}/timeline`, answer: timelineAnswer, signal }),
  });
}

export function useDecisions(id: string) {
  return useQuery({
    queryKey: [...queryKeys.order(id), 'decisions'],
    queryFn: ({ signal }) => call({ path: path`/orders/${id}/decisions`, answer: decisionsAnswer, signal }),
  });
}

/** A decision never changes, so neither does its explanation. */
export function useExplanation(decision: string | undefined) {
  return useQuery({
    queryKey: queryKeys.explanation(decision ?? ''),
    queryFn: ({ signal }) =>
      call({ path: path`/decisions/${decision ?? ''}/explanation`, answer: explanationViewSchema, signal }),
    enabled: decision !== undefined,
    staleTime: Infinity,
  });
}

/** The buttons I may press on an order now. */
export function useOrderButtons(id: string) {
  const target = `order:${id}`;
  return useQuery({
    queryKey: [...queryKeys.order(id), 'buttons'],
    queryFn: ({ signal }) => readButtons(target, signal),
  });
}
