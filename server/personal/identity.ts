import type { PersonalVault } from './personal-vault.ts';

/** What a person is recognised by, as it was sent. */
export interface Identifying {
  phone?: string | undefined;
  idNumber?: string | undefined;
  deviceId?: string | undefined;
  /** The customer's number at a channel. */
  channel?: { channel: string; externalId: string } | undefined;
}

/** Mobile numbers in one spelling: digits, without the country's prefix. Null for what cannot be a number. */
function plainPhone(phone: string): string | null {
  const digits = phone.replace(/[^\d]/g, '').replace(/^(?:0086|86)(?=1\d{10}$)/, '');
  return digits.length >= 7 && digits.length <= 15 ? digits : null;
}

/** Keys under which orders of one person meet, sorted: `KIND|HASH` per strong identity. */
export function identityKeys(vault: PersonalVault, sent: Identifying): string[] {
  const keys: string[] = [];
  const phone = sent.phone === undefined ? null : plainPhone(sent.phone);
  if (phone !== null) keys.push(`phone|${vault.index('phone', phone)}`);
  const idNumber = sent.idNumber?.replace(/\s/g, '').toUpperCase();
  if (idNumber !== undefined && idNumber.length >= 6) keys.push(`id|${vault.index('id', idNumber)}`);
  const device = sent.deviceId?.trim();
  if (device !== undefined && device.length >= 4) keys.push(`device|${vault.index('device', device)}`);
  if (sent.channel !== undefined) {
    const { channel, externalId } = sent.channel;
    keys.push(`channel|${vault.index('channel', `${channel}\u0000${externalId}`)}`);
  }
  return keys.sort();
}
