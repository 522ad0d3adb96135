import type { Text } from '../../rules-library/schema/text.ts';
import { vocabulary } from '../../rules-library/index.ts';
import { textOf } from '../i18n/text-of.ts';
import { keysTexts } from './keys.texts.ts';

export interface Scope {
  value: string;
  label: Text;
}

/** What a connected system can be allowed to do: send data, and press what acts on orders. */
export const commandScopes: readonly Scope[] = [...vocabulary.commands.values()]
  .filter(
    ({ name, button, target }) =>
      ['ingest-order', 'record-event', 'import-catalog', 'ask-gate'].includes(name) ||
      (button && target.includes('order')),
  )
  .sort((a, b) => Number(a.button) - Number(b.button))
  .map(({ name, label }) => ({ value: name, label }));

/** What it can be allowed to read. */
export const readScopes: readonly Scope[] = [
  { value: 'orders', label: textOf(keysTexts, 'readOrders') },
  { value: 'decisions', label: textOf(keysTexts, 'readDecisions') },
  { value: 'alerts', label: textOf(keysTexts, 'readAlerts') },
  { value: 'approvals', label: textOf(keysTexts, 'readApprovals') },
  { value: 'catalog', label: textOf(keysTexts, 'readCatalog') },
  { value: 'flows', label: textOf(keysTexts, 'readFlows') },
  { value: 'releases', label: textOf(keysTexts, 'readReleases') },
  { value: 'templates', label: textOf(keysTexts, 'readTemplates') },
  { value: 'home', label: textOf(keysTexts, 'readHome') },
  { value: 'audit', label: textOf(keysTexts, 'readAudit') },
];

/** A scope in words, whether or not it is offered here. */
export function scopeLabel(scopes: readonly Scope[], value: string): Text {
  return (
    scopes.find((scope) => scope.value === value)?.label ??
    vocabulary.commands.get(value)?.label ?? { zh: value, en: value }
  );
}
