import type { Text } from '../../rules-library/schema/text.ts';

/** Who acts: a person, a rule (`rule:RELEASE/FLOW/NODE`), a connected system, a job, or the system itself. */
export interface Actor {
  kind: 'person' | 'rule' | 'connector' | 'job' | 'system';
  /** `person:ID`, `rule:37/rush/n3`, `connector:KEYID`, `job:NAME`, `system`. */
  id: string;
  name: Text;
  roles: readonly string[];
  warehouse: string | null;
  /** Commands a key is limited to; absent for people, who are limited by role. */
  commands?: readonly string[];
  reads?: readonly string[];
  /** Groups of fields a key's answers hold; absent: all. */
  sees?: readonly string[];
}
