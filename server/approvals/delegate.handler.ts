import type { CommandHandler, Refusal } from '../door/handler.ts';
import type { Person } from '../people/person.ts';
import type { EndingTools } from './end-approval.ts';
import { approvalPress } from './approval-press.ts';
import { conflictOf, delegateStep } from './approval-steps.ts';

/** Hands the open step on to one person; its time limit stays. */
export function delegateHandler(tools: EndingTools): CommandHandler {
  return approvalPress<{ person: string; plan?: string }>({
    name: 'delegate',
    tools,
    decides: false,
    needs: ({ person }) => [{ collection: 'people', ids: [signInName(person)] }],
    act({ press, approval, by, draft }) {
      const id = signInName(press.input.person);
      const person = draft.get<Person & Record<string, unknown>>('people', id);
      if (person === undefined || person.disabledAt !== null) return nobody;
      const conflict = conflictOf(approval, approval.requester, `person:${id}`);
      if (conflict !== null) return notThem;
      const text = { zh: `转交给${person.name.zh}`, en: `Handed on to ${person.name.en}` };
      const notes = [...approval.notes, { at: draft.now, by, kind: 'delegated' as const, text }];
      return { run: delegateStep(approval, { person: `person:${id}` }), approval: { notes }, text };
    },
  });
}

function signInName(person: string): string {
  return person.replace(/^person:/, '');
}

const nobody: Refusal = {
  refused: {
    code: 'bad-input',
    path: 'input.person',
    message: { zh: '没有这个人，或已停用', en: 'There is no such person, or they are no longer here' },
  },
};

const notThem: Refusal = {
  refused: {
    code: 'refused',
    path: 'input.person',
    message: {
      zh: '发起人和批过一步的人不能再批，请选别人',
      en: 'Neither who asked for it nor who decided a step can decide this one; choose somebody else',
    },
  },
};
