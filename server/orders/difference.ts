import type { Text } from '../../rules-library/schema/text.ts';

/** One thing that changed, in business words; personal data masked. */
export interface Difference {
  field: string;
  label: Text;
  before: Text;
  after: Text;
}
