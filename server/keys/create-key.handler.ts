import type { z } from 'zod';
import type { keyInputSchema } from '../../rules-library/contract/session.ts';
import { fieldGroups } from '../../rules-library/choices/field-groups.ts';
import { vocabulary } from '../../rules-library/index.ts';
import { defineHandler } from '../door/handler.ts';
import type { StoredKey } from './key.ts';
import { hashOfKey } from '../people/secret.ts';
import { readNames } from './reads.ts';

type Input = z.output<typeof keyInputSchema>;

/** Commands a key can never hold: a system makes no keys and no people, and gives nobody a button. */
const peopleOnly = new Set([
  'create-key',
  'revoke-key',
  'grant-button',
  'grant-reading',
  'create-person',
  'set-roles',
  'disable-person',
  'enable-person',
  'renew-set-up-link',
  'set-password',
  'end-session',
]);

function mayBeInKey(name: string): boolean {
  const command = vocabulary.commands.get(name);
  return command !== undefined && command.systemOnly !== true && !peopleOnly.has(name);
}

/**
 * Makes a key. The secret is made by the route, which hands only its hash on as the press's idempotency key
 * (`secret:HASH`), so that neither the store nor a repeated answer ever holds it.
 */
export const createKeyHandler = defineHandler<Input>({
  name: 'create-key',
  needs: () => [],
  plan(press, state) {
    const hash = hashOfKey(press.key);
    if (hash === undefined) {
      return {
        refused: {
          code: 'refused',
          message: {
            zh: '密钥只在「系统密钥」页面新建，那里会显示一次。',
            en: 'Keys are made on the page of keys, where the secret is shown once.',
          },
        },
      };
    }
    const unknown = [
      ...press.input.commands.filter((name) => !mayBeInKey(name)),
      ...press.input.reads.filter((name) => !readNames.includes(name)),
    ];
    if (unknown.length > 0) {
      return {
        refused: {
          code: 'bad-input',
          path: press.input.commands.includes(unknown[0]!) ? 'commands' : 'reads',
          message: {
            zh: `密钥不能包含「${unknown.join('、')}」，请去掉或检查写法。`,
            en: `A key cannot hold "${unknown.join(', ')}". Leave it out or check the spelling.`,
          },
        },
      };
    }
    if (press.input.commands.length + press.input.reads.length === 0) {
      return {
        refused: {
          code: 'bad-input',
          path: 'commands',
          message: {
            zh: '请至少选一项操作或一项读取。',
            en: 'Choose at least one command or one read.',
          },
        },
      };
    }
    const key: StoredKey = {
      _id: hash.slice(0, 16),
      rev: 0,
      name: press.input.name,
      commands: [...new Set(press.input.commands)],
      reads: [...new Set(press.input.reads)],
      sees: [...new Set(press.input.sees)],
      perSecond: press.input.perSecond,
      secretHash: hash,
      createdAt: state.now,
      createdBy: press.actor.id,
      createdByName: press.actor.name,
      revokedAt: null,
      revokedBy: null,
    };
    return {
      changes: [{ put: 'keys', document: key }],
      result: { key: key._id },
      text: { zh: `已新建密钥「${key.name}」`, en: `Key "${key.name}" was made` },
      audit: {
        after: {
          name: key.name,
          commands: key.commands,
          reads: key.reads,
          sees: fieldGroups.filter(({ value }) => press.input.sees.includes(value)).map(({ label }) => label),
          perSecond: key.perSecond,
        },
      },
    };
  },
});
