import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { flowRowSchema } from '../../rules-library/contract/flows.ts';
import { orderRowSchema } from '../../rules-library/contract/orders.ts';
import { call } from '../api/client.ts';
import { listAnswer } from '../api/list-answer.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { matchesTyped } from './matches-typed.ts';
import { mayOpen, navItems } from './nav-items.tsx';
import { useSession } from './session.ts';
import { shellTexts } from './shell.texts.ts';

export interface JumpTarget {
  to: string;
  label: string;
  /** 页面, 规则流, 订单. */
  kind: string;
}

const flowsAnswer = listAnswer(flowRowSchema);
const ordersAnswer = listAnswer(orderRowSchema);
const mostOfAKind = 6;

/** Where what was typed can lead: screens and flows by name or pinyin initials, orders by number. */
export function useJumpTargets(typed: string): JumpTarget[] {
  const t = useTexts(shellTexts);
  const text = useText();
  const { buttons, person } = useSession();
  const wanted = useDeferredValue(typed.trim());
  const { data: flows } = useQuery({
    queryKey: [...queryKeys.flows, 'jump'],
    queryFn: ({ signal }) => call({ path: '/flows', query: { limit: 200 }, answer: flowsAnswer, signal }),
    staleTime: 30_000,
  });
  const { data: orders } = useQuery({
    queryKey: [...queryKeys.orders, 'jump', wanted],
    queryFn: ({ signal }) =>
      call({ path: '/orders', query: { q: wanted, limit: mostOfAKind }, answer: ordersAnswer, signal }),
    enabled: wanted.length >= 2,
    staleTime: 10_000,
  });
  return useMemo(() => {
    const screens = navItems
      .filter(
        (item) => mayOpen(item, { buttons, roles: person.roles }) && matchesTyped(wanted, t(item.label)),
      )
      .map(({ to, label }): JumpTarget => ({ to, label: t(label), kind: t('jumpScreens') }));
    const drawn = (flows?.items ?? [])
      .filter(({ id, name }) => wanted !== '' && matchesTyped(wanted, name.zh, name.en, id))
      .slice(0, mostOfAKind)
      .map(({ id, name }): JumpTarget => ({
        to: `/rules/${encodeURIComponent(id)}`,
        label: text(name),
        kind: t('jumpFlows'),
      }));
    const numbered = (wanted.length < 2 ? [] : (orders?.items ?? [])).map(
      ({ id, externalId }): JumpTarget => ({
        to: `/orders/${encodeURIComponent(id)}`,
        label: externalId,
        kind: t('jumpOrders'),
      }),
    );
    return [...screens, ...drawn, ...numbered];
  }, [buttons, flows, orders, person, t, text, wanted]);
}
