import type { CommandDefinition } from '../../rules-library/define/command.ts';
import type { Actor } from './actor.ts';
import type { CommandCall } from './door.ts';
import type { Refusal } from './handler.ts';

/** As many characters as a reason and a voucher number may have, on every way in. */
const most = { reason: 500, voucher: 120 } as const;

/** Something a reader could look up: blanks and marks alone say nothing. */
const says = /[\p{L}\p{N}]/u;

/**
 * What is wrong with reason (改单原因) and voucher number (原始凭证号); null when nothing is. People give both where the button asks
 * for them, however their press comes in: by a screen, a call, a job that acts for them. A rule's release carries author and
 * reason, a system's key its owner.
 */
export function reasonRefusal(
  command: CommandDefinition,
  call: CommandCall,
  actor: Actor,
): Refusal['refused'] | null {
  for (const field of ['reason', 'voucher'] as const) {
    const text = call[field] ?? '';
    if (text.length > most[field]) return tooLong(field);
    if (command.needsReason && isPerson(actor) && !says.test(text)) return missing(command, field);
  }
  return null;
}

/** Jobs and the server act for people too: the id says whose press it is. */
function isPerson({ kind, id }: Actor): boolean {
  return kind === 'person' || id.startsWith('person:');
}

function missing({ label }: CommandDefinition, path: string): Refusal['refused'] {
  return {
    code: 'reason-missing',
    path,
    message: {
      zh: `「${label.zh}」要填改单原因和原始凭证号`,
      en: `"${label.en}" needs a reason and a voucher number`,
    },
  };
}

function tooLong(path: keyof typeof most): Refusal['refused'] {
  const what = {
    reason: { zh: '改单原因', en: 'reason' },
    voucher: { zh: '原始凭证号', en: 'voucher number' },
  };
  return {
    code: 'bad-input',
    path,
    message: {
      zh: `${what[path].zh}最多 ${most[path]} 个字`,
      en: `The ${what[path].en} may have ${most[path]} characters at most`,
    },
  };
}
