import { defineTexts } from '../i18n/define-texts.ts';

/** Texts of the first screen. */
export const homeTexts = defineTexts('home', {
  title: { zh: '现在需要我的', en: 'What needs me now' },
  alerts: { zh: '预警', en: 'Alerts' },
  alertsNote: {
    zh: '{{count}} 条待处理,按紧急排序',
    en: { one: '{{count}} waiting', other: '{{count}} waiting, most urgent first' },
  },
  moreAlerts: { zh: '再看 {{count}} 条', en: { one: 'Show {{count}} more', other: 'Show {{count}} more' } },
  noAlerts: { zh: '没有要处理的预警', en: 'Nothing needs you right now' },
  noAlertsHelp: {
    zh: '规则发出的预警会立刻出现在这里,带着可以按的按钮。',
    en: 'Alerts that rules raise appear here at once, with the buttons that answer them.',
  },
});
