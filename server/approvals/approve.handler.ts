import type { CommandHandler } from '../door/handler.ts';
import type { EndingTools } from './end-approval.ts';
import { approvalPress } from './approval-press.ts';
import { approveStep } from './approval-steps.ts';

/** Approves the open step; with the last one the flow goes on. */
export function approveHandler(tools: EndingTools): CommandHandler {
  return approvalPress<{ plan?: string; comment?: string }>({
    name: 'approve',
    tools,
    decides: true,
    act({ press, approval, by, draft }) {
      const run = approveStep(approval, by, press.input.comment?.trim() || null, draft.now);
      const text =
        run.state === 'approved'
          ? { zh: '已批准', en: 'Approved' }
          : { zh: '这一步已批准，请下一位审批', en: 'This step is approved; the next is asked' };
      return { run, text };
    },
  });
}
