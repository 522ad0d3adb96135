import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinLink, readJoinLink } from '../../../designer/sign-in/join-link.ts';

test('the link of a new person says who and with what, behind the # only', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-z][a-z0-9._-]{1,39}$/),
      fc.stringMatching(/^[\w-]{43}$/),
      (username, token) => {
        const link = new URL(joinLink('https://sluice.example', { username, token }));
        expect(link.pathname + link.search).toBe('/join');
        expect(readJoinLink(link.hash)).toEqual({ username, token });
      },
    ),
  );
});

test('a link that was cut off is none', () => {
  for (const hash of ['', '#', '#username=li.na', '#token=x', '#username=&token=x'])
    expect(readJoinLink(hash)).toBeUndefined();
});
