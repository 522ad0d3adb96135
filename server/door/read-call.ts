import type { CommandDefinition } from '../../rules-library/define/command.ts';
import { issuesOf } from '../http/validate.ts';
import type { Actor } from './actor.ts';
import type { CommandCall } from './door.ts';
import type { Press, Refusal } from './handler.ts';
import { reasonRefusal } from './reason.ts';

type Read = { input: unknown; target: Press['target'] } | Refusal;

/** Target, input, reason and voucher as the contract of the command wants them, or what is wrong with them in words. */
export function readCall(command: CommandDefinition, call: CommandCall, actor: Actor): Read {
  const target = readTarget(command, call.target);
  if (target !== null && 'refused' in target) return target;
  const read = command.input.safeParse(call.input ?? {}, { reportInput: true });
  if (!read.success) {
    const [issue] = issuesOf(read.error);
    return {
      refused: {
        code: 'bad-input',
        message: issue?.message ?? { zh: '内容不对', en: 'The content is not as required' },
        ...(issue === undefined || issue.path === '' ? {} : { path: issue.path }),
      },
    };
  }
  const refused = reasonRefusal(command, call, actor);
  if (refused !== null) return { refused };
  return { input: read.data, target };
}

/** `kind:ID`, of a kind the command takes; null for commands without a target. */
export function readTarget(
  command: CommandDefinition,
  target: string | undefined,
): Press['target'] | Refusal {
  if (command.target.length === 0) return null;
  const colon = target?.indexOf(':') ?? -1;
  const kind = target?.slice(0, colon) ?? '';
  const id = target?.slice(colon + 1) ?? '';
  const fits = (command.target as readonly string[]).includes(kind) || command.target.includes('any');
  if (colon > 0 && id !== '' && fits) return { kind, id };
  const kinds = command.target.join(', ');
  return {
    refused: {
      code: 'bad-input',
      path: 'target',
      message: {
        zh: `「${command.label.zh}」要指明对象，写法是 种类:编号，种类可以是 ${kinds}`,
        en: `"${command.label.en}" needs a target written kind:ID, where kind is ${kinds}`,
      },
    },
  };
}
