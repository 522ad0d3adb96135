import { defineHandler, isRefusal } from '../door/handler.ts';
import { needsPerson, personChanged, personOf } from './target-person.ts';

/** Lets a disabled person sign in again; the sign-ins of before stay ended. */
export const enablePersonHandler = defineHandler<Record<string, never>>({
  name: 'enable-person',
  needs: needsPerson,
  plan(press, state) {
    const found = personOf(press, state);
    if (isRefusal(found)) return found;
    const { person } = found;
    const text = {
      zh: `${person.name.zh} 又可以登录了`,
      en: `${person.name.en} can sign in again`,
    };
    if (person.disabledAt === null) return { changes: [], result: { person: person._id }, text };
    return personChanged(
      { ...person, disabledAt: null },
      { text, before: { disabled: true }, after: { disabled: false } },
    );
  },
});
