import type { CommandDefinition } from '../../rules-library/define/command.ts';
import type { Actor } from './actor.ts';
import type { Refusal } from './handler.ts';

/** Whether this actor may press this button at all; rules, jobs and the system are limited by what starts them. */
export function mayPress(command: CommandDefinition, actor: Actor): boolean {
  if (command.systemOnly === true && actor.kind !== 'system') return false;
  switch (actor.kind) {
    case 'person':
      return command.roles.some((role) => actor.roles.includes(role));
    case 'connector':
      return actor.commands?.includes(command.name) ?? false;
    case 'rule':
      return command.automatable;
    case 'job':
    case 'system':
      return actor.commands?.includes(command.name) ?? true;
  }
}

export function notYourButton(command: CommandDefinition): Refusal['refused'] {
  return {
    code: 'not-your-button',
    message: {
      zh: `您没有「${command.label.zh}」的权限，需要的话请联系数据协作者`,
      en: `You may not press "${command.label.en}"; ask the data steward if you need it`,
    },
  };
}
