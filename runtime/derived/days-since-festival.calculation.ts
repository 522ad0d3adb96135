import { dayNumber } from '../../rules-library/clock/calendar-date.ts';
import { festivalDate } from '../../rules-library/festivals/festival-date.ts';
import type { FestivalId } from '../../rules-library/festivals/festival-ids.ts';
import { factOf } from '../three-valued.ts';
import { defineCalculation } from './calculation.ts';

/**
 * Calendar days since the last such festival, 0 on the day. Reads `clock.now` and the days to the next one: the two tell which day
 * it is where the company is, since its calendar is never more than a day from UTC's and festivals are months apart.
 */
export const daysSinceFestival = defineCalculation({
  name: 'days-since-festival',
  calculate: ({ with: { festival } }, facts) => {
    const id = festival as FestivalId;
    const now = factOf(facts, 'clock.now');
    const ahead = factOf(facts, `clock.daysTo.${id}`);
    if (typeof now !== 'number' || typeof ahead !== 'number') return undefined;
    const utcDay = Math.floor(now / 86_400_000);
    const year = new Date(now).getUTCFullYear();
    // Far from any calendar there is no telling.
    if (!(year > 1900 && year < 2200)) return undefined;
    for (const next of [year - 1, year, year + 1, year + 2]) {
      const today = dayNumber(festivalDate(id, next)) - ahead;
      if (Math.abs(today - utcDay) > 1) continue;
      return ahead === 0 ? 0 : today - dayNumber(festivalDate(id, next - 1));
    }
    return undefined;
  },
});
