import { defineFact } from '../../define/fact.ts';

export const clockIsBusinessDay = defineFact({
  id: 'clock.isBusinessDay',
  label: { zh: '工作日', en: 'Business day' },
  help: {
    zh: '周一到周五，按公司日历的节假日与调休修正',
    en: 'Monday to Friday, corrected by the holidays and shifts of the company calendar',
  },
  type: 'yes-no',
  says: {
    yes: { zh: '工作日', en: 'it is a business day' },
    no: { zh: '非工作日', en: 'it is not a business day' },
  },
  scope: 'company',
  samples: [true],
});
