import { z } from 'zod';
import { auditVerificationSchema } from '../../rules-library/contract/audit.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { Store } from '../store/store.ts';
import { verifyCheckpoints, type CheckpointFiles } from './checkpoints.ts';
import { verifyAudit } from './verify-audit.ts';
import { verifyFiles } from './verify-files.ts';

/** Whether the audit still is what it was. */
export function auditVerificationRoutes(store: Store, files: CheckpointFiles & { folder: string }): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/audit/verification',
      summary: { zh: '核对留痕是否被改动', en: 'Check that the audit was not tampered with' },
      access: { kind: 'read', read: 'audit', roles: ['manager', 'steward'] },
      query: z.object({ from: z.coerce.number().int().min(1).default(1) }),
      answers: { 200: auditVerificationSchema },
      async handle({ query }) {
        const report = await verifyAudit(store, query.from);
        const checkpoints = await verifyCheckpoints(store, files);
        return { body: { ...report, checkpoints, files: await verifyFiles(store, files) } };
      },
    }),
  ];
}
