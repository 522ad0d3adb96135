// Written by tests/support/generate-indexes.ts from the files of this folder.
import type { CommandDefinition } from '../define/command.ts';
import { acknowledgeAlert } from './acknowledge-alert.command.ts';
import { activateRelease } from './activate-release.command.ts';
import { createKey } from './create-key.command.ts';
import { createPerson } from './create-person.command.ts';
import { disablePerson } from './disable-person.command.ts';
import { enablePerson } from './enable-person.command.ts';
import { endSession } from './end-session.command.ts';
import { grantButton } from './grant-button.command.ts';
import { grantReading } from './grant-reading.command.ts';
import { holdOrder } from './hold-order.command.ts';
import { importCatalog } from './import-catalog.command.ts';
import { ingestOrder } from './ingest-order.command.ts';
import { liftHold } from './lift-hold.command.ts';
import { loadTemplate } from './load-template.command.ts';
import { markRush } from './mark-rush.command.ts';
import { publishRelease } from './publish-release.command.ts';
import { raiseAlert } from './raise-alert.command.ts';
import { recordEvent } from './record-event.command.ts';
import { renewSetUpLink } from './renew-set-up-link.command.ts';
import { revokeKey } from './revoke-key.command.ts';
import { saveFlow } from './save-flow.command.ts';
import { setField } from './set-field.command.ts';
import { setPassword } from './set-password.command.ts';
import { setRoles } from './set-roles.command.ts';
import { setTag } from './set-tag.command.ts';

export const commands: readonly CommandDefinition[] = [
  acknowledgeAlert,
  activateRelease,
  createKey,
  createPerson,
  disablePerson,
  enablePerson,
  endSession,
  grantButton,
  grantReading,
  holdOrder,
  importCatalog,
  ingestOrder,
  liftHold,
  loadTemplate,
  markRush,
  publishRelease,
  raiseAlert,
  recordEvent,
  renewSetUpLink,
  revokeKey,
  saveFlow,
  setField,
  setPassword,
  setRoles,
  setTag,
];
