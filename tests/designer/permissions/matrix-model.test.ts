import { describe, expect, test } from 'vitest';
import { holdOrder } from '../../../rules-library/commands/hold-order.command.ts';
import { isGrantable } from '../../../rules-library/define/command-fields.ts';
import { vocabulary } from '../../../rules-library/index.ts';
import {
  buttonGroups,
  differs,
  grantOf,
  readingDiffers,
  stateOf,
} from '../../../designer/permissions/matrix-model.ts';

const whole = { allow: true, fields: null, when: [] };

describe('the table of rights on the screen', () => {
  test('shows every button a role can be given, once', () => {
    const shown = buttonGroups().flatMap(({ buttons }) => buttons.map(({ name }) => name));
    const all = [...vocabulary.commands.values()].filter(isGrantable).map(({ name }) => name);
    expect(shown.toSorted()).toEqual(all.toSorted());
  });

  test('a cell says at a glance whether it is all, a part or nothing', () => {
    expect(stateOf(whole)).toBe('may');
    expect(stateOf({ ...whole, fields: ['code'] })).toBe('partly');
    expect(stateOf({ ...whole, when: ['own-warehouse'] })).toBe('partly');
    expect(stateOf({ allow: false, fields: ['code'], when: [] })).toBe('mayNot');
    expect(stateOf(grantOf({ role: 'keeper', buttons: {}, reads: {} }, 'hold-order'))).toBe('mayNot');
  });

  test('marks what is not as it was first set', () => {
    const none = { allow: false, fields: null, when: [] };
    expect(differs('operations', holdOrder, whole)).toBe(false);
    expect(differs('operations', holdOrder, none)).toBe(true);
    expect(differs('operations', holdOrder, { ...whole, when: ['own-warehouse'] })).toBe(true);
    expect(differs('keeper', holdOrder, none)).toBe(false);
    expect(readingDiffers('keeper', 'money', false)).toBe(false);
    expect(readingDiffers('keeper', 'money', true)).toBe(true);
  });
});
