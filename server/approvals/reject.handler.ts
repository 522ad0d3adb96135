import type { CommandHandler } from '../door/handler.ts';
import type { Stages } from '../stages/stages.ts';
import { approvalPress } from './approval-press.ts';
import { rejectStep } from './approval-steps.ts';

/** Ends the approval with a no; the flow goes on by it. */
export function rejectHandler(stages: Stages): CommandHandler {
  return approvalPress<{ plan?: string }>({
    name: 'reject',
    stages,
    decides: true,
    act: ({ press, approval, by, draft }) => ({
      run: rejectStep(approval, by, press.reason, draft.now),
      text: { zh: '已驳回', en: 'Rejected' },
    }),
  });
}
