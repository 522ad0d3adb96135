import { isDeepStrictEqual } from 'node:util';
import { grantConditions, type GrantCondition } from '../../rules-library/choices/grant-conditions.ts';
import type { CommandDefinition } from '../../rules-library/define/command.ts';
import { conditionFits } from '../../rules-library/define/condition-fits.ts';
import { commandFields, isGrantable } from '../../rules-library/define/command-fields.ts';
import { vocabulary } from '../../rules-library/index.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import { defineHandler, isRefusal, type Refusal } from '../door/handler.ts';
import { needsRole, roleChanged, roleOf } from './change-role.ts';
import { needsStewards, nobodyLeft, stewardRemains } from './last-steward.ts';
import type { StoredGrant, StoredRole } from './stored-role.ts';

interface Input {
  button: string;
  allow: boolean;
  fields?: string[];
  when?: GrantCondition[];
}

/** Sets what a role may do with one button. It replaces what was set before, fields and conditions included. */
export const grantButtonHandler = defineHandler<Input>({
  name: 'grant-button',
  needs: (press, state) => [...needsRole(press), ...needsStewards(state)],
  plan(press, state) {
    const found = roleOf(press, state);
    if (isRefusal(found)) return found;
    const { role, label } = found;
    const command = vocabulary.commands.get(press.input.button);
    if (command === undefined || !isGrantable(command)) return wrong('button', noButton);
    const grant = grantOf(command, press.input);
    if (isRefusal(grant)) return grant;
    const before = role.buttons[command.name] ?? { allow: false, fields: null, when: [] };
    const text = sentenceOf(label, command, grant);
    if (isDeepStrictEqual(before, grant)) return { changes: [], result: { role: role._id }, text };
    const after: StoredRole = { ...role, buttons: { ...role.buttons, [command.name]: grant } };
    if (!stewardRemains(state, { role: after })) return { refused: nobodyLeft };
    return roleChanged(after, state, {
      text,
      before: { button: command.name, ...before },
      after: { button: command.name, ...grant },
    });
  },
});

/** The cell as it is stored, or what is wrong with it. */
function grantOf(command: CommandDefinition, { allow, fields, when = [] }: Input): StoredGrant | Refusal {
  if (!allow) return { allow, fields: null, when: [] };
  const foreign = when.find((condition) => !conditionFits(condition, command));
  if (foreign !== undefined) return wrong('when', doesNotFit(command, foreign));
  const conditions = [...new Set(when)].toSorted();
  if (fields === undefined) return { allow, fields: null, when: conditions };
  const known = commandFields(command);
  const unknown = fields.find((name) => !known.some((field) => field.name === name));
  if (unknown !== undefined) return wrong('fields', noField(command, unknown));
  const left = known.filter(({ name }) => !fields.includes(name));
  const needed = left.find(({ required }) => required);
  if (needed !== undefined) return wrong('fields', cannotBePressed(command, needed.ui?.label, needed.name));
  const names = known.map(({ name }) => name).filter((name) => fields.includes(name));
  return { allow, fields: left.length === 0 ? null : names, when: conditions };
}

function sentenceOf(role: Text, command: CommandDefinition, grant: StoredGrant): Text {
  const { label } = command;
  if (!grant.allow) {
    return { zh: `${role.zh}不能再按「${label.zh}」`, en: `${role.en} may no longer press "${label.en}"` };
  }
  const labels = new Map(commandFields(command).map((field) => [field.name, field.ui?.label]));
  const said = (language: 'zh' | 'en', separator: string, only: string): string => {
    const fields = grant.fields?.map((field) => labels.get(field)?.[language] ?? field).join(separator);
    const when = grant.when.map(
      (condition) => grantConditions.find(({ value }) => value === condition)!.label[language],
    );
    const parts = [...(fields === undefined ? [] : [`${only}${fields}`]), ...when];
    return parts.map((part) => `${language === 'zh' ? '，' : ', '}${part}`).join('');
  };
  const nothing = grant.fields?.length === 0;
  return {
    zh: `${role.zh}可以按「${label.zh}」${said('zh', '、', nothing ? '不填任何项' : '只填')}`,
    en: `${role.en} may press "${label.en}"${said('en', ', ', nothing ? 'without any entry' : 'entries: ')}`,
  };
}

function wrong(path: keyof Input, message: Text): Refusal {
  return { refused: { code: 'bad-input', path: `input.${path}`, message } };
}

const noButton: Text = {
  zh: '没有这个按钮，或它不能授权给角色',
  en: 'There is no such button, or it is not one that roles are given',
};

function noField({ label }: CommandDefinition, name: string): Text {
  return { zh: `「${label.zh}」没有「${name}」这一项`, en: `"${label.en}" has no entry "${name}"` };
}

function cannotBePressed(command: CommandDefinition, field: Text | undefined, name: string): Text {
  return {
    zh: `不填「${field?.zh ?? name}」就按不了「${command.label.zh}」，请留下这一项，或不给这个按钮`,
    en: `"${command.label.en}" cannot be pressed without "${field?.en ?? name}"; keep it, or take the button away`,
  };
}

function doesNotFit(command: CommandDefinition, condition: GrantCondition): Text {
  const { label } = grantConditions.find(({ value }) => value === condition)!;
  return {
    zh: `「${label.zh}」管不到「${command.label.zh}」，这个按钮和仓没有关系`,
    en: `"${label.en}" says nothing about "${command.label.en}"; it is about no warehouse`,
  };
}
