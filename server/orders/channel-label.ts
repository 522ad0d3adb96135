import { channels } from '../../rules-library/choices/channels.ts';
import type { Text } from '../../rules-library/schema/text.ts';

/** A channel's name; one the company added stands for itself. */
export function channelLabel(channel: string): Text {
  return channels.find(({ value }) => value === channel)?.label ?? { zh: channel, en: channel };
}
