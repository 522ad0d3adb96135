import type { AskedStep } from '../../rules-library/commands/open-approval.command.ts';
import type { WhoAsked } from '../../rules-library/schema/who-asked.ts';
import type { Text } from '../../rules-library/schema/text.ts';

/** One step of an approval and what became of it. Times are epoch ms, `within` is minutes. */
export interface ApprovalStep {
  id: string;
  who: WhoAsked;
  /** Whom the drawing asks: `who` may since have been escalated or delegated. */
  drawnWho: WhoAsked;
  within: number;
  onTimeout: 'escalate' | 'exit';
  escalateTo: WhoAsked | null;
  state: 'waiting' | 'open' | 'approved' | 'rejected' | 'skipped' | 'timedOut';
  escalated: boolean;
  openedAt: number | null;
  dueAt: number | null;
  by: { id: string; name: Text } | null;
  at: number | null;
  comment: string | null;
}

/** How far an approval has come. One step is open at a time; `asked-back` is one whose clock stands still. */
export interface ApprovalRun {
  state: 'open' | 'asked-back' | 'approved' | 'rejected' | 'timedOut' | 'ended';
  steps: ApprovalStep[];
  /** Milliseconds the open step had left when it was asked back. */
  left: number | null;
  /** Raised when a changed plan asks again. */
  round: number;
}

type By = NonNullable<ApprovalStep['by']>;
const minuteMs = 60_000;

/** Begins with the first step that is not left out; with none of them it is approved at once. */
export function beginSteps(asked: readonly AskedStep[], now: number): ApprovalRun {
  const steps = asked.map((step): ApprovalStep => ({
    id: step.id,
    who: step.who,
    drawnWho: step.who,
    within: step.within,
    onTimeout: step.onTimeout,
    escalateTo: step.escalateTo ?? null,
    state: step.skipIf === true ? 'skipped' : 'waiting',
    escalated: false,
    openedAt: null,
    dueAt: null,
    by: null,
    at: null,
    comment: null,
  }));
  return openNext({ state: 'open', steps, left: null, round: 1 }, now);
}

/** The step that is asked now. */
export function openStep({ steps }: Pick<ApprovalRun, 'steps'>): ApprovalStep | undefined {
  return steps.find(({ state }) => state === 'open');
}

/** Why this person may not decide the open step although it asks them; null when they may. */
export function conflictOf(
  { steps }: Pick<ApprovalRun, 'steps'>,
  requester: { id: string } | null,
  person: string,
): 'own-request' | 'second-step' | null {
  if (requester?.id === person) return 'own-request';
  return steps.some(({ by }) => by?.id === person) ? 'second-step' : null;
}

/** The open step is approved; the next one opens, or all is approved. */
export function approveStep(run: ApprovalRun, by: By, comment: string | null, now: number): ApprovalRun {
  return openNext(change(run, { state: 'approved', by, at: now, comment }), now);
}

export function rejectStep(run: ApprovalRun, by: By, comment: string | null, now: number): ApprovalRun {
  return { ...change(run, { state: 'rejected', by, at: now, comment }), state: 'rejected', left: null };
}

/** The clock of the open step stands still until it is answered. */
export function askBackStep(run: ApprovalRun, now: number): ApprovalRun {
  const left = Math.max(0, (openStep(run)?.dueAt ?? now) - now);
  return { ...change(run, { dueAt: null }), state: 'asked-back', left };
}

/** The clock goes on with what was left. */
export function resumeStep(run: ApprovalRun, now: number): ApprovalRun {
  return { ...change(run, { dueAt: now + (run.left ?? 0) }), state: 'open', left: null };
}

/** Somebody else is asked; the time limit stays. */
export function delegateStep(run: ApprovalRun, who: WhoAsked): ApprovalRun {
  return change(run, { who });
}

/** The open step is late: it goes to whom the drawing says, once, with its time anew; else the approval ends. */
export function timeOutStep(run: ApprovalRun, now: number): ApprovalRun {
  const step = openStep(run);
  if (step === undefined) return run;
  if (step.onTimeout === 'escalate' && step.escalateTo !== null && !step.escalated) {
    return change(run, {
      who: step.escalateTo,
      escalated: true,
      dueAt: now + step.within * minuteMs,
    });
  }
  return { ...change(run, { state: 'timedOut', at: now }), state: 'timedOut', left: null };
}

/** What was approved is not there any more: every step is asked again. */
export function askAgain(run: ApprovalRun, now: number): ApprovalRun {
  const steps = run.steps.map((step): ApprovalStep =>
    step.state === 'skipped'
      ? step
      : {
          ...step,
          who: step.drawnWho,
          state: 'waiting',
          escalated: false,
          openedAt: null,
          dueAt: null,
          by: null,
          at: null,
          comment: null,
        },
  );
  return openNext({ state: 'open', steps, left: null, round: run.round + 1 }, now);
}

function openNext(run: ApprovalRun, now: number): ApprovalRun {
  const next = run.steps.findIndex(({ state }) => state === 'waiting');
  if (next < 0) return { ...run, state: 'approved', left: null };
  const steps = run.steps.map((step, index): ApprovalStep =>
    index === next ? { ...step, state: 'open', openedAt: now, dueAt: now + step.within * minuteMs } : step,
  );
  return { ...run, state: 'open', steps };
}

function change(run: ApprovalRun, fields: Partial<ApprovalStep>): ApprovalRun {
  return {
    ...run,
    steps: run.steps.map((step) => (step.state === 'open' ? { ...step, ...fields } : step)),
  };
}
