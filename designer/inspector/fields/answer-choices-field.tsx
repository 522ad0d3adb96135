import { PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import type { Text } from '../../../rules-library/schema/text.ts';
import { retitle } from '../../editor/retitle.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { inspectorTexts } from '../inspector.texts.ts';
import type { FieldProps } from './field-props.ts';
import { freeRowId } from './free-row-id.ts';
import { RowButtons } from './row-buttons.tsx';

interface Choice {
  id: string;
  label: Text;
}

const [fewest, most] = [2, 12];

/** What somebody may choose; each is an exit of the block. */
export function AnswerChoicesField({ value, onChange, onDone, disabled }: FieldProps) {
  const t = useTexts(inspectorTexts);
  const language = useLanguage();
  const choices = Array.isArray(value) ? (value as Choice[]) : [];
  const add = (): void => {
    const id = freeRowId('choice', choices);
    const number = choices.length + 1;
    onChange([...choices, { id, label: { zh: `选项 ${number}`, en: `Choice ${number}` } }]);
  };
  return (
    <div className="cases">
      {choices.map((choice, index) => (
        <div className="field-row" key={choice.id}>
          <Input
            size="small"
            aria-label={t('choiceNumber', { number: index + 1 })}
            value={choice.label[language]}
            maxLength={40}
            disabled={disabled}
            onChange={({ target }) => {
              const label = retitle(choice.label, language, target.value);
              onChange(choices.with(index, { ...choice, label: label ?? choice.label }), true);
            }}
            onBlur={onDone}
          />
          {disabled ? null : <RowButtons rows={choices} index={index} least={fewest} onChange={onChange} />}
        </div>
      ))}
      {disabled || choices.length >= most ? null : (
        <Button type="link" size="small" icon={<PlusOutlined aria-hidden />} onClick={add}>
          {t('addChoice')}
        </Button>
      )}
    </div>
  );
}
