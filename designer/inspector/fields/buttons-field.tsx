import { Select } from 'antd';
import type { CommandDefinition } from '../../../rules-library/define/command.ts';
import { vocabulary } from '../../../rules-library/index.ts';
import { useFlow } from '../../editor/editor-context.ts';
import { triggerOf } from '../../editor/joins.ts';
import { useText, useTexts } from '../../i18n/use-texts.ts';
import { inspectorTexts } from '../inspector.texts.ts';
import type { FieldProps } from './field-props.ts';

interface AlertButton {
  name: string;
  target?: string;
  input?: Record<string, unknown>;
}

const mostButtons = 5;

/** Buttons that answer an alert. What a button still needs is asked for when it is pressed. */
export function ButtonsField({ value, onChange, label, disabled }: FieldProps) {
  const text = useText();
  const t = useTexts(inspectorTexts);
  const flow = useFlow();
  const subject = triggerOf(flow, vocabulary)?.subject ?? 'order';
  const given = Array.isArray(value) ? (value as AlertButton[]) : [];
  const offered = [...vocabulary.commands.values()].filter(
    (command) => answers(command, subject) || given.some(({ name }) => name === command.name),
  );
  return (
    <Select
      className="field-wide"
      mode="multiple"
      aria-label={label}
      value={given.map(({ name }) => name)}
      placeholder={t('chooseSome')}
      disabled={disabled}
      maxCount={mostButtons}
      showSearch={{ optionFilterProp: 'label' }}
      options={offered.map((command) => ({
        value: command.name,
        label: text(command.label),
        title: text(command.help),
      }))}
      onChange={(next: string[]) => {
        const buttons = next.map((name) => given.find((one) => one.name === name) ?? { name });
        onChange(buttons.length === 0 ? undefined : buttons);
      }}
    />
  );
}

/** A button for people, on what the alert is about. Acknowledging is on every alert anyway. */
function answers(
  { button, target, name }: CommandDefinition,
  subject: CommandDefinition['target'][number],
): boolean {
  return button && target.includes(subject) && name !== 'acknowledge-alert';
}
