import type { CustomerItem } from '../../rules-library/schema/catalog.ts';
import { contentHash } from '../canonical.ts';
import { identityKeys } from '../personal/identity.ts';
import { maskName, maskNumber } from '../personal/mask.ts';
import type { PersonalVault } from '../personal/personal-vault.ts';

type Identity = NonNullable<CustomerItem['identities']>[number];

/** What is kept of a customer: personal data sealed, keyed hashes to recognise them by, and a masked form to show. */
export interface CustomerRecord {
  /** The fields that may be shown: name and identities masked. */
  item: Record<string, unknown>;
  sealed: string;
  keys: string[];
  /** Keyed: equal content meets, and nobody without the key can try numbers out. */
  hash: string;
}

interface Personal {
  name?: string | undefined;
  identities?: Identity[] | undefined;
}

/** Takes in a customer's fields over what is known; fields that are not sent stay. */
export function customerRecord(
  vault: PersonalVault,
  sent: CustomerItem,
  before: { item: Record<string, unknown>; sealed?: string } | undefined,
): CustomerRecord {
  const about = `customers/${sent.id}`;
  const known = before?.sealed === undefined ? {} : (vault.open(before.sealed, about) as Personal);
  const { name, identities, ...open } = sent;
  const personal: Personal = {
    ...known,
    ...(name === undefined ? {} : { name }),
    ...(identities === undefined ? {} : { identities }),
  };
  const { name: _name, identities: _identities, ...openBefore } = before?.item ?? {};
  const shown = { ...openBefore, ...open };
  return {
    item: {
      ...shown,
      ...(personal.name === undefined ? {} : { name: maskName(personal.name) }),
      ...(personal.identities === undefined ? {} : { identities: personal.identities.map(masked) }),
    },
    sealed: vault.seal(personal, about),
    keys: [...new Set((personal.identities ?? []).flatMap((identity) => keysOf(vault, identity)))].sort(),
    hash: vault.index('customer', contentHash({ shown, personal })),
  };
}

function keysOf(vault: PersonalVault, { kind, value, channel }: Identity): string[] {
  if (kind !== 'channel') return identityKeys(vault, { [kind]: value });
  return channel === undefined ? [] : identityKeys(vault, { channel: { channel, externalId: value } });
}

function masked({ kind, value, channel }: Identity): Identity {
  return { kind, value: maskNumber(value), ...(channel === undefined ? {} : { channel }) };
}
