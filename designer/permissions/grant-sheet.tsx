import { Checkbox, Modal, Switch } from 'antd';
import { useState } from 'react';
import { grantButton } from '../../rules-library/commands/grant-button.command.ts';
import { grantConditions, roles } from '../../rules-library/choices/index.ts';
import type { GrantView } from '../../rules-library/contract/permissions.ts';
import { conditionFits } from '../../rules-library/define/condition-fits.ts';
import { commandFields } from '../../rules-library/define/command-fields.ts';
import { choiceLabel } from '../design/choice-label.ts';
import { useLanguage } from '../i18n/language.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { usePresses } from '../press/press-context.ts';
import type { Chosen } from './button-matrix.tsx';
import { permissionsTexts } from './permissions.texts.ts';

export interface GrantSheetProps {
  chosen: Chosen;
  grant: GrantView;
  onClose: () => void;
}

/** One cell of the table: whether, what may be filled in, and when. The reason is asked for in the next step, over this one. */
export function GrantSheet({ chosen: { role, command }, grant, onClose }: GrantSheetProps) {
  const t = useTexts(permissionsTexts);
  const text = useText();
  const language = useLanguage();
  const presses = usePresses();
  const known = commandFields(command);
  const [allow, setAllow] = useState(grant.allow);
  const [fields, setFields] = useState(grant.fields ?? known.map(({ name }) => name));
  const [when, setWhen] = useState(grant.when);
  const roleLabel = text(choiceLabel(roles, role));
  const labelOf = (name: string): string => {
    const ui = known.find((field) => field.name === name)?.ui;
    return ui === undefined ? name : text(ui.label);
  };
  const conditions = grantConditions.filter(({ value }) => conditionFits(value, command));
  const whole = fields.length === known.length;
  const about = (): string => {
    if (!allow) return t('willMayNot', { role: roleLabel, button: text(command.label) });
    const separator = language === 'zh' ? '、' : ', ';
    const only = whole ? '' : t('onlyFields', { fields: fields.map(labelOf).join(separator) });
    const conditioned = when.map(
      (one) => `${language === 'zh' ? '，' : ', '}${text(choiceLabel(grantConditions, one))}`,
    );
    return t('willMay', {
      role: roleLabel,
      button: text(command.label),
      rest: `${only}${conditioned.join('')}`,
    });
  };
  const save = async (): Promise<void> => {
    const pressed = await presses.start({
      name: grantButton.name,
      label: grantButton.label,
      target: `role:${role}`,
      input: {
        button: command.name,
        allow,
        ...(allow && !whole ? { fields } : {}),
        ...(allow && when.length > 0 ? { when } : {}),
      },
      about: about(),
    });
    if (pressed !== null) onClose();
  };
  const first = (command.roles as readonly string[]).includes(role);
  return (
    <Modal
      open
      title={`${roleLabel} · ${text(command.label)}`}
      okText={t('next')}
      cancelText={t('cancel')}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <p className="soft">{text(command.help)}</p>
      <label className="right-allow">
        <Switch checked={allow} onChange={setAllow} aria-label={t('allow')} />
        <span>{t('allow')}</span>
        <span className="faint">{t(first ? 'firstMay' : 'firstMayNot')}</span>
      </label>
      {allow && known.length > 0 ? (
        <fieldset className="right-choices">
          <legend>{t('fields')}</legend>
          <Checkbox.Group
            value={fields}
            onChange={setFields}
            options={known.map(({ name, required }) => ({
              value: name,
              label: required ? `${labelOf(name)} · ${t('needed')}` : labelOf(name),
              // Without it the button could not be pressed at all.
              disabled: required,
            }))}
          />
        </fieldset>
      ) : null}
      {allow && conditions.length > 0 ? (
        <fieldset className="right-choices">
          <legend>{t('when')}</legend>
          <Checkbox.Group
            value={when}
            onChange={setWhen}
            options={conditions.map(({ value, label, help }) => ({
              value,
              label: <span title={text(help)}>{text(label)}</span>,
            }))}
          />
        </fieldset>
      ) : null}
    </Modal>
  );
}
