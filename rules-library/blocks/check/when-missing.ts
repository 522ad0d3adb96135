import { z } from 'zod';
import type { Port } from '../../define/block.ts';
import { ui } from '../../define/ui.ts';

/** What a check does when data it needs is not there: ask a person (the `unknown` port), or count it as no. */
export const whenMissingSchema = z
  .enum(['person', 'no'])
  .default('person')
  .meta(
    ui({
      label: { zh: '缺数据时', en: 'When data is missing' },
      field: 'choice',
      options: [
        { value: 'person', label: { zh: '算「不知道」，转人工', en: 'Not known: a person decides' } },
        { value: 'no', label: { zh: '算「否」', en: 'Counts as no' } },
      ],
    }),
  );
export type WhenMissing = z.output<typeof whenMissingSchema>;

const yes: Port = { id: 'yes', label: { zh: '是', en: 'yes' }, unconnected: 'nothing' };
const no: Port = { id: 'no', label: { zh: '否', en: 'no' }, unconnected: 'nothing' };
export const unknownPort: Port = {
  id: 'unknown',
  label: { zh: '不知道', en: 'not known' },
  unconnected: 'unknown',
};

/** Exits of a yes-or-no check. */
export function yesNoPorts({ whenMissing }: { whenMissing: WhenMissing }): Port[] {
  return whenMissing === 'no' ? [yes, no] : [yes, no, unknownPort];
}
