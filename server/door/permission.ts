import { isDeepStrictEqual } from 'node:util';
import { fieldGroups, type FieldGroup } from '../../rules-library/choices/field-groups.ts';
import type { GrantCondition } from '../../rules-library/choices/grant-conditions.ts';
import type { CommandDefinition } from '../../rules-library/define/command.ts';
import { commandFields } from '../../rules-library/define/command-fields.ts';
import type { Actor } from './actor.ts';
import type { Refusal } from './handler.ts';

/** What a role may do with one button. */
export interface Grant {
  /** Fields of the input it may fill in; null: all. */
  fields: readonly string[] | null;
  /** All of them have to hold. */
  when: readonly GrantCondition[];
}

/** The company's table of roles and buttons, and of what each role may read. Held in memory: asking costs nothing. */
export interface Permissions {
  /** Null: not this role's button. */
  grant(role: string, button: string): Grant | null;
  mayRead(role: string, group: FieldGroup): boolean;
}

const whole: readonly Grant[] = [{ fields: null, when: [] }];
const none: readonly Grant[] = [];
const nothingHidden: ReadonlySet<FieldGroup> = new Set();

/** What this actor may do with a button, by each of their roles; rules, jobs and the system are limited by what starts them. */
export function grantsOf(
  permissions: Permissions,
  command: CommandDefinition,
  actor: Actor,
): readonly Grant[] {
  if (command.systemOnly === true && actor.kind !== 'system') return none;
  switch (actor.kind) {
    case 'person':
      return actor.roles.flatMap((role) => permissions.grant(role, command.name) ?? []);
    case 'connector':
      return actor.commands?.includes(command.name) === true ? whole : none;
    case 'rule':
      return command.automatable ? whole : none;
    case 'job':
    case 'system':
      return (actor.commands?.includes(command.name) ?? true) ? whole : none;
  }
}

/** Whether this actor may press this button at all. */
export function mayPress(permissions: Permissions, command: CommandDefinition, actor: Actor): boolean {
  return grantsOf(permissions, command, actor).length > 0;
}

/** The fields these grants allow together; null: all. */
export function fieldsOf(grants: readonly Grant[]): ReadonlySet<string> | null {
  if (grants.some(({ fields }) => fields === null)) return null;
  return new Set(grants.flatMap(({ fields }) => fields ?? []));
}

/** The first field of an input, as it was sent, that these grants do not allow; what applies anyway is not set by sending it. */
export function deniedField(
  command: CommandDefinition,
  grants: readonly Grant[],
  input: unknown,
): string | undefined {
  const allowed = fieldsOf(grants);
  if (allowed === null || typeof input !== 'object' || input === null) return undefined;
  const known = new Map(commandFields(command).map((field) => [field.name, field]));
  return Object.entries(input).find(([name, value]) => {
    if (allowed.has(name)) return false;
    const field = known.get(name);
    return field === undefined || field.required || !isDeepStrictEqual(field.fallback, value);
  })?.[0];
}

/** Groups of fields left out of everything this actor is sent: those none of their roles may read, or a system's key does not name. */
export function hiddenFrom(permissions: Permissions, actor: Actor): ReadonlySet<FieldGroup> {
  const { kind, sees } = actor;
  if (kind !== 'person' && sees === undefined) return nothingHidden;
  const reads = (group: FieldGroup): boolean =>
    kind === 'person' ? actor.roles.some((role) => permissions.mayRead(role, group)) : sees!.includes(group);
  return new Set(fieldGroups.map(({ value }) => value).filter((group) => !reads(group)));
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

export function notYourField(command: CommandDefinition, name: string): Refusal['refused'] {
  const label = commandFields(command).find((field) => field.name === name)?.ui?.label;
  const shown = name.slice(0, 64);
  return {
    code: 'not-your-button',
    path: `input.${shown}`,
    message: {
      zh: `「${command.label.zh}」里的「${label?.zh ?? shown}」您不能填，需要的话请联系数据协作者`,
      en: `You may not fill in "${label?.en ?? shown}" of "${command.label.en}"; ask the data steward if you need it`,
    },
  };
}
