import { roles } from '../../rules-library/choices/index.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { Need, Outcome, Press, Refusal, State } from '../door/handler.ts';
import { epochId, type StoredEpoch, type StoredRole } from './stored-role.ts';

/** The role a press is about, and the number of the table. */
export function needsRole({ target }: Pick<Press, 'target'>): Need[] {
  return [
    { collection: 'permissions', ids: target === null ? [] : [target.id] },
    { collection: 'pointers', ids: [epochId] },
  ];
}

/** The role of the target with its name, or why there is none. */
export function roleOf(
  { target }: Pick<Press, 'target'>,
  state: State,
): { role: StoredRole; label: Text } | Refusal {
  const role = state.get<StoredRole>('permissions', target?.id ?? '');
  const label = roles.find(({ value }) => value === target?.id)?.label;
  if (role !== undefined && label !== undefined) return { role, label };
  return {
    refused: {
      code: 'not-found',
      path: 'target',
      message: { zh: '没有这个角色', en: 'There is no such role' },
    },
  };
}

/** The outcome of changing a role: stored, numbered for other processes, and in force here with the answer. */
export function roleChanged(
  role: StoredRole,
  state: State,
  told: { text: Text; before: Record<string, unknown>; after: Record<string, unknown> },
): Outcome {
  const known = state.get<StoredEpoch>('pointers', epochId);
  const epoch = (known?.epoch ?? 0) + 1;
  const next = { _id: epochId, epoch };
  return {
    changes: [
      { put: 'permissions', document: role },
      { put: 'pointers', document: next },
    ],
    result: { role: role._id, epoch },
    text: told.text,
    signals: [{ name: 'permissions.changed', data: { role: { ...role, rev: role.rev + 1 } } }],
    audit: { before: told.before, after: told.after },
  };
}
