import { defineHandler, isRefusal } from '../door/handler.ts';
import { needsStewards, nobodyLeft, stewardRemains } from '../permissions/last-steward.ts';
import { isSelf, needsPerson, personChanged, personOf } from './target-person.ts';

/** Shuts a person out: no sign-in holds any more, none can be opened, and an open link is void. */
export const disablePersonHandler = defineHandler<Record<string, never>>({
  name: 'disable-person',
  needs: (press, state) => [...needsPerson(press), ...needsStewards(state)],
  plan(press, state) {
    const found = personOf(press, state);
    if (isRefusal(found)) return found;
    const { person } = found;
    const text = {
      zh: `${person.name.zh} 已停用，不能再登录`,
      en: `${person.name.en} is disabled and cannot sign in`,
    };
    if (person.disabledAt !== null) return { changes: [], result: { person: person._id }, text };
    if (isSelf(press)) {
      return {
        refused: {
          code: 'refused',
          message: {
            zh: '不能停用自己，请另一位数据协作者来做',
            en: 'You cannot disable yourself; ask another data steward',
          },
        },
      };
    }
    const after = { ...person, disabledAt: state.now, setUp: null, signInsFrom: state.now };
    if (!stewardRemains(state, { person: after })) return { refused: nobodyLeft };
    return personChanged(after, { text, before: { disabled: false }, after: { disabled: true } });
  },
});
