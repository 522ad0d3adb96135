import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { roles as roleChoices } from '../../rules-library/choices/roles.ts';
import type { placeInputSchema } from '../../rules-library/contract/people.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import { defineHandler, isRefusal } from '../door/handler.ts';
import { needsStewards, nobodyLeft, stewardRemains } from '../permissions/last-steward.ts';
import { isSelf, needsPerson, personChanged, personOf } from './target-person.ts';

type Input = z.output<typeof placeInputSchema>;

/** Sets what a person is and where. Nobody gives themselves a role. */
export const setRolesHandler = defineHandler<Input>({
  name: 'set-roles',
  needs: (press, state) => [...needsPerson(press), ...needsStewards(state)],
  plan(press, state) {
    const found = personOf(press, state);
    if (isRefusal(found)) return found;
    const { person } = found;
    const { warehouse } = press.input;
    const roles = [...new Set<string>(press.input.roles)];
    const text = sentence(person.name, roles, warehouse);
    if (isDeepStrictEqual([person.roles, person.warehouse], [roles, warehouse])) {
      return { changes: [], result: { person: person._id }, text };
    }
    if (isSelf(press) && roles.some((role) => !person.roles.includes(role))) {
      return {
        refused: {
          code: 'refused',
          path: 'input.roles',
          message: {
            zh: '不能给自己加角色，请另一位数据协作者来做',
            en: 'You cannot give yourself a role; ask another data steward',
          },
        },
      };
    }
    const after = { ...person, roles, warehouse };
    if (!stewardRemains(state, { person: after })) return { refused: nobodyLeft };
    return personChanged(after, {
      text,
      before: { roles: person.roles, warehouse: person.warehouse },
      after: { roles, warehouse },
    });
  },
});

function sentence(name: Text, roles: readonly string[], warehouse: string | null): Text {
  const labels = roleChoices.filter(({ value }) => roles.includes(value)).map(({ label }) => label);
  const place = warehouse === null ? { zh: '', en: '' } : { zh: `，在 ${warehouse}`, en: ` in ${warehouse}` };
  return {
    zh: `${name.zh} 的角色：${labels.map(({ zh }) => zh).join('、')}${place.zh}`,
    en: `${name.en} is now ${labels.map(({ en }) => en.toLowerCase()).join(', ')}${place.en}`,
  };
}
