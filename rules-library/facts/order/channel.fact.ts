import { channels } from '../../choices/channels.ts';
import { defineFact } from '../../define/fact.ts';

export const orderChannel = defineFact({
  id: 'order.channel',
  label: { zh: '渠道', en: 'Channel' },
  type: 'choice',
  scope: 'order',
  choices: channels,
  samples: ['taobao', 'b2b'],
});
