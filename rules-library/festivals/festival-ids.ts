/** Festivals a rule or a season can be counted from. */
export const festivalIds = [
  'spring-festival',
  'qingming',
  'labour-day',
  'dragon-boat',
  'mid-autumn',
  'national-day',
  '618',
  'double-11',
  'double-12',
] as const;
export type FestivalId = (typeof festivalIds)[number];
