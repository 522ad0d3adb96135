// Written by tests/support/generate-indexes.ts from the files of this folder.
import type { CommandDefinition } from '../define/command.ts';
import { acknowledgeAlert } from './acknowledge-alert.command.ts';
import { activateRelease } from './activate-release.command.ts';
import { askGate } from './ask-gate.command.ts';
import { createKey } from './create-key.command.ts';
import { deliverAlerts } from './deliver-alerts.command.ts';
import { escalateAlert } from './escalate-alert.command.ts';
import { foldAlerts } from './fold-alerts.command.ts';
import { holdOrder } from './hold-order.command.ts';
import { importCatalog } from './import-catalog.command.ts';
import { ingestOrder } from './ingest-order.command.ts';
import { liftHold } from './lift-hold.command.ts';
import { loadTemplate } from './load-template.command.ts';
import { markRush } from './mark-rush.command.ts';
import { overrideGate } from './override-gate.command.ts';
import { publishRelease } from './publish-release.command.ts';
import { raiseAlert } from './raise-alert.command.ts';
import { recordEvent } from './record-event.command.ts';
import { revokeKey } from './revoke-key.command.ts';
import { saveFlow } from './save-flow.command.ts';
import { seeAlerts } from './see-alerts.command.ts';
import { setField } from './set-field.command.ts';
import { setTag } from './set-tag.command.ts';

export const commands: readonly CommandDefinition[] = [
  acknowledgeAlert,
  activateRelease,
  askGate,
  createKey,
  deliverAlerts,
  escalateAlert,
  foldAlerts,
  holdOrder,
  importCatalog,
  ingestOrder,
  liftHold,
  loadTemplate,
  markRush,
  overrideGate,
  publishRelease,
  raiseAlert,
  recordEvent,
  revokeKey,
  saveFlow,
  seeAlerts,
  setField,
  setTag,
];
