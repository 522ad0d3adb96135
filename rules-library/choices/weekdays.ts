import type { Choice } from '../define/fact.ts';

/** Days of the week. */
export const weekdays: readonly Choice[] = [
  { value: 'monday', label: { zh: '星期一', en: 'Monday' } },
  { value: 'tuesday', label: { zh: '星期二', en: 'Tuesday' } },
  { value: 'wednesday', label: { zh: '星期三', en: 'Wednesday' } },
  { value: 'thursday', label: { zh: '星期四', en: 'Thursday' } },
  { value: 'friday', label: { zh: '星期五', en: 'Friday' } },
  { value: 'saturday', label: { zh: '星期六', en: 'Saturday' } },
  { value: 'sunday', label: { zh: '星期日', en: 'Sunday' } },
];
