import { useCallback } from 'react';
import { useQuery } from '@tanstack/react-query';
import { flowRowSchema } from '../../rules-library/contract/flows.ts';
import { roles } from '../../rules-library/choices/index.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import { call } from '../api/client.ts';
import { listAnswer } from '../api/list-answer.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useSession } from '../app/session.ts';
import { choiceLabel } from '../design/choice-label.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { orderTexts } from './order.texts.ts';

const flowsAnswer = listAnswer(flowRowSchema);

/** Says who did something: `rule:37/credit-guard/n3`, `person:operations`, `system` … in words; people by name where it is known. */
export function useActorText(): (actor: string, name?: Text | null) => string {
  const t = useTexts(orderTexts);
  const text = useText();
  const { person } = useSession();
  const { data } = useQuery({
    queryKey: [...queryKeys.flows, 'names'],
    queryFn: ({ signal }) => call({ path: '/flows', query: { limit: 200 }, answer: flowsAnswer, signal }),
    staleTime: 60_000,
    retry: false,
  });
  return useCallback(
    (actor, name) => {
      if (name !== undefined && name !== null) return text(name);
      const [kind = '', rest = ''] = splitOnce(actor, ':');
      if (kind === 'rule') {
        const [release = '', flow = ''] = rest.split('/');
        const flowName = data?.items.find(({ id }) => id === flow)?.name;
        return t('byRule', { flow: flowName === undefined ? flow : text(flowName), release });
      }
      if (kind === 'person') {
        if (rest === person.id || actor === person.id) return text(person.name);
        return text(choiceLabel(roles, rest));
      }
      if (kind === 'connector' || kind === 'key') return t('byConnector');
      if (kind === 'job') return t('byJob');
      return t('bySystem');
    },
    [data, person, t, text],
  );
}

function splitOnce(text: string, by: string): string[] {
  const at = text.indexOf(by);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
