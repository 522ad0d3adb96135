import { describe, expect, test } from 'vitest';
import { joinEffects, type Effect } from '../../../runtime/index.ts';

const effect = (command: string, input: Record<string, unknown> = {}, ruleId = command): Effect => ({
  command,
  target: 'order:O1',
  input,
  ruleId,
  key: '',
});
const names = (effects: readonly Effect[]) => effects.map(({ command }) => command);

describe('effects of a stage', () => {
  test('take their place among those that have not run', () => {
    const joined = joinEffects(
      [],
      [effect('release-order'), effect('raise-alert')],
      [effect('send-message'), effect('mark-rush')],
    );
    expect(names(joined.effects)).toEqual(['mark-rush', 'release-order', 'raise-alert', 'send-message']);
  });

  test('a hold among them beats a release that has not run', () => {
    const joined = joinEffects([], [effect('release-order')], [effect('hold-order')]);
    expect(names(joined.effects)).toEqual(['hold-order']);
    expect(joined.overridden).toMatchObject([{ command: 'release-order', by: 'hold-order' }]);
  });

  test('a release does not follow a hold that ran', () => {
    const joined = joinEffects([effect('hold-order')], [], [effect('release-order')]);
    expect(joined).toMatchObject({
      effects: [],
      overridden: [{ command: 'release-order', by: 'hold-order' }],
    });
  });

  test('what ran under the same key is not done again; with another input it is told as overridden', () => {
    const ran = [effect('set-priority', { layer: 'gold' }, 'first')];
    const same = joinEffects(ran, [], [effect('set-priority', { layer: 'gold' })]);
    expect(same).toEqual({ effects: [], overridden: [] });
    const other = joinEffects(ran, [], [effect('set-priority', { layer: 'silver' })]);
    expect(other.overridden).toMatchObject([{ input: { layer: 'silver' }, by: 'first' }]);
  });
});
