import { defineHandler, isRefusal, type Refusal } from '../door/handler.ts';
import { needsPerson, personChanged, personOf } from './target-person.ts';

interface Input {
  /** Hash of the link's token. */
  link: string;
  /** Argon2 hash of the password. */
  password: string;
}

/** Uses up the link. Whoever was signed in as this person before is out: the link may have been asked for because of them. */
export const setPasswordHandler = defineHandler<Input>({
  name: 'set-password',
  needs: needsPerson,
  plan(press, state) {
    const found = personOf(press, state);
    // An unknown person and a wrong link look the same.
    if (isRefusal(found)) return { refused: linkDoesNotWork };
    const { person } = found;
    const { setUp } = person;
    const works =
      setUp !== undefined &&
      setUp !== null &&
      setUp.tokenHash === press.input.link &&
      setUp.until > state.now &&
      person.disabledAt === null;
    if (!works) return { refused: linkDoesNotWork };
    return personChanged(
      { ...person, passwordHash: press.input.password, setUp: null, signInsFrom: state.now },
      {
        text: { zh: `${person.name.zh} 设了密码`, en: `${person.name.en} set a password` },
        after: { password: 'set' },
      },
    );
  },
});

const linkDoesNotWork: Refusal['refused'] = {
  code: 'not-your-button',
  message: {
    zh: '这个链接已用过、过期或不对。请向数据协作者要一个新的。',
    en: 'This link was used, has run out or is wrong. Ask the data steward for a new one.',
  },
};
