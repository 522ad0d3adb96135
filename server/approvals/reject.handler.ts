import type { CommandHandler } from '../door/handler.ts';
import type { EndingTools } from './end-approval.ts';
import { approvalPress } from './approval-press.ts';
import { rejectStep } from './approval-steps.ts';

/** Ends the approval with a no; the flow goes on by it. */
export function rejectHandler(tools: EndingTools): CommandHandler {
  return approvalPress<{ plan?: string }>({
    name: 'reject',
    tools,
    decides: true,
    act: ({ press, approval, by, draft }) => ({
      run: rejectStep(approval, by, press.reason, draft.now),
      text: { zh: '已驳回', en: 'Rejected' },
    }),
  });
}
