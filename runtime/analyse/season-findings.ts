import type { Season } from '../../rules-library/schema/season.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import { defaultZone, timeText } from '../../rules-library/sentences/format-time.ts';
import { allOf, anyOf, test, type Formula } from '../solve/formula.ts';
import type { Finding } from './finding.ts';
import { isReasonable, togetherInForce } from './season-times.ts';
import { fill } from './words.ts';

/** Most sets of seasons that are told apart; where there are more, any may be in force with any. */
const mostSets = 64;

/** Which seasons may be in force at once, by the moment of deciding and by the moment of ordering. */
export class SeasonTimes {
  private readonly seasons: readonly Season[];
  readonly sets: readonly { active: readonly string[]; at: number }[];

  constructor(given: readonly Season[]) {
    const seasons = given.filter(isReasonable);
    this.seasons = seasons;
    const byNow = togetherInForce(
      seasons.filter(({ by }) => by === 'now'),
      defaultZone,
    );
    const byOrder = togetherInForce(
      seasons.filter(({ by }) => by !== 'now'),
      defaultZone,
    );
    // An order may have been placed at any time before.
    this.sets = byNow.flatMap(({ active, at }) =>
      byOrder.map((ordered) => ({ active: [...active, ...ordered.active], at })),
    );
  }

  /** What holds of `season.active` at any time; undefined where there is nothing to tell. */
  formula(): Formula | undefined {
    if (this.seasons.length === 0 || this.sets.length > mostSets) return undefined;
    return anyOf(
      this.sets.map(({ active }) =>
        allOf(
          this.seasons.map(({ id }) =>
            test({
              fact: 'season.active',
              operator: active.includes(id) ? 'contains' : 'doesNotContain',
              value: id,
            }),
          ),
        ),
      ),
    );
  }

  /** Flows that other seasons keep out whenever their own is in force, and flows two seasons replace at once. */
  findings(): Finding[] {
    return [...this.seasons.flatMap((season) => this.neverRuns(season)), ...this.replacedTwice()];
  }

  private neverRuns(season: Season): Finding[] {
    return season.flows.flatMap((flow) => {
      const against = this.seasons.filter(({ replaces }) => replaces.includes(flow));
      if (against.length === 0) return [];
      const runs = this.sets.some(
        ({ active }) => active.includes(season.id) && !against.some(({ id }) => active.includes(id)),
      );
      if (runs) return [];
      return [
        {
          kind: 'season' as const,
          level: 'warning' as const,
          rules: [],
          nodes: [],
          text: fill(
            {
              zh: '规则流「{0}」只在时期「{1}」里启用，但那时总被{2}替换，永远不会运行',
              en: 'Flow "{0}" is in force in season "{1}" only, but {2} always replaces it then: it never runs',
            },
            flow,
            season.name,
            namesOf(against),
          ),
          cure: {
            zh: '改其中一个时期的起止时间，或不再替换这个规则流',
            en: 'Change when one of the seasons runs, or do not replace this flow',
          },
          witness: null,
        },
      ];
    });
  }

  private replacedTwice(): Finding[] {
    const flows = [...new Set(this.seasons.flatMap(({ replaces }) => replaces))];
    return flows.flatMap((flow) => {
      const by = this.seasons.filter(({ replaces, flows: own }) => replaces.includes(flow) && own.length > 0);
      const both = this.sets.find(({ active }) => by.filter(({ id }) => active.includes(id)).length > 1);
      if (both === undefined) return [];
      const together = by
        .filter(({ id }) => both.active.includes(id))
        .toSorted((one, other) => one.rank - other.rank);
      return [
        {
          kind: 'season' as const,
          level: 'info' as const,
          rules: [],
          nodes: [],
          text: fill(
            {
              zh: '{0}在 {1} 同时生效，都替换规则流「{2}」；排在前面的「{3}」优先',
              en: '{0} are in force together at {1} and all replace flow "{2}"; "{3}" comes first',
            },
            namesOf(together),
            timeText(both.at, defaultZone),
            flow,
            together[0]!.name,
          ),
          cure: {
            zh: '确认先后就是这样，否则改时期的名次或起止时间',
            en: 'See that this is the order you want; else change rank or times',
          },
          witness: { 'clock.now': both.at, 'season.active': [...both.active] },
        },
      ];
    });
  }
}

function namesOf(seasons: readonly Season[]): Text {
  return {
    zh: seasons.map(({ name }) => `「${name.zh}」`).join('、'),
    en: seasons.map(({ name }) => `"${name.en}"`).join(', '),
  };
}
