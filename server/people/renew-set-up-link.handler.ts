import { defineHandler, isRefusal } from '../door/handler.ts';
import { linkOnPageOnly } from './create-person.handler.ts';
import { linkMs } from './person.ts';
import { hashOfKey } from './secret.ts';
import { needsPerson, personChanged, personOf } from './target-person.ts';

/** A new link to set a password, for who lost the first one or forgot the password. The old password works until it is used. */
export const renewSetUpLinkHandler = defineHandler<Record<string, never>>({
  name: 'renew-set-up-link',
  needs: needsPerson,
  plan(press, state) {
    const found = personOf(press, state);
    if (isRefusal(found)) return found;
    const { person } = found;
    const tokenHash = hashOfKey(press.key);
    if (tokenHash === undefined) return { refused: linkOnPageOnly };
    const until = state.now + linkMs;
    return personChanged(
      { ...person, setUp: { tokenHash, until } },
      {
        text: { zh: `已给 ${person.name.zh} 新的设置链接`, en: `${person.name.en} has a new link` },
        after: { until: new Date(until).toISOString() },
      },
    );
  },
});
