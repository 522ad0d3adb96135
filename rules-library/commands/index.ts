// Written by tests/support/generate-indexes.ts from the files of this folder.
import type { CommandDefinition } from '../define/command.ts';
import { acknowledgeAlert } from './acknowledge-alert.command.ts';
import { activateRelease } from './activate-release.command.ts';
import { answer } from './answer.command.ts';
import { approve } from './approve.command.ts';
import { askBack } from './ask-back.command.ts';
import { askPerson } from './ask-person.command.ts';
import { createKey } from './create-key.command.ts';
import { delegate } from './delegate.command.ts';
import { fireTimer } from './fire-timer.command.ts';
import { holdOrder } from './hold-order.command.ts';
import { importCatalog } from './import-catalog.command.ts';
import { ingestOrder } from './ingest-order.command.ts';
import { liftHold } from './lift-hold.command.ts';
import { loadTemplate } from './load-template.command.ts';
import { markRush } from './mark-rush.command.ts';
import { openApproval } from './open-approval.command.ts';
import { planTimes } from './plan-times.command.ts';
import { publishRelease } from './publish-release.command.ts';
import { raiseAlert } from './raise-alert.command.ts';
import { recordEvent } from './record-event.command.ts';
import { reject } from './reject.command.ts';
import { revokeKey } from './revoke-key.command.ts';
import { saveFlow } from './save-flow.command.ts';
import { setField } from './set-field.command.ts';
import { setTag } from './set-tag.command.ts';
import { startEach } from './start-each.command.ts';
import { startWait } from './start-wait.command.ts';

export const commands: readonly CommandDefinition[] = [
  acknowledgeAlert,
  activateRelease,
  answer,
  approve,
  askBack,
  askPerson,
  createKey,
  delegate,
  fireTimer,
  holdOrder,
  importCatalog,
  ingestOrder,
  liftHold,
  loadTemplate,
  markRush,
  openApproval,
  planTimes,
  publishRelease,
  raiseAlert,
  recordEvent,
  reject,
  revokeKey,
  saveFlow,
  setField,
  setTag,
  startEach,
  startWait,
];
