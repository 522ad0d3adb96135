import { PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useId, useMemo, useRef, useState } from 'react';
import { vocabulary } from '../../../rules-library/index.ts';
import type { Language, Text } from '../../../rules-library/schema/text.ts';
import { retitle } from '../../editor/retitle.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useText, useTexts } from '../../i18n/use-texts.ts';
import { FactSelect } from '../fact-select.tsx';
import { inspectorTexts } from '../inspector.texts.ts';
import { shownText, storedText } from '../placeholders.ts';
import type { FieldProps } from './field-props.ts';

const facts = [...vocabulary.facts.values()].filter(({ hidden }) => hidden !== true);

/** Words with business data in braces, in both languages; data is inserted by its name. */
export function TextWithFactsField({ param, value, onChange, onDone, label, disabled }: FieldProps) {
  const t = useTexts(inspectorTexts);
  const text = useText();
  const language = useLanguage();
  const other: Language = language === 'zh' ? 'en' : 'zh';
  const [open, setOpen] = useState(false);
  const area = useRef<{ start: number; end: number }>({ start: -1, end: -1 });
  const otherId = useId();
  const both = useMemo(() => bothOf(value), [value]);
  const write = (said: string, typing: boolean): void =>
    onChange(param.takesText ? retitle(both, language, said) : said, typing);
  const shown = shownText(both[language], facts, language);
  const insert = (id: string): void => {
    const { start, end } = area.current;
    const at = start < 0 ? shown.length : start;
    const words = `${shown.slice(0, at)}{${id}}${shown.slice(start < 0 ? at : end)}`;
    write(storedText(words, facts, language), false);
    area.current = { start: -1, end: -1 };
  };
  const placeholder =
    param.ui.placeholder === undefined ? '' : shownText(text(param.ui.placeholder), facts, language);
  return (
    <div className="field-stack">
      <Input.TextArea
        aria-label={label}
        value={shown}
        placeholder={placeholder}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={1000}
        disabled={disabled}
        onChange={(event) => write(storedText(event.target.value, facts, language), true)}
        onSelect={({ currentTarget: { selectionStart: start, selectionEnd: end } }) => {
          area.current = { start, end };
        }}
        onBlur={onDone}
      />
      {disabled ? null : (
        <div className="field-row">
          <FactSelect
            size="small"
            value={undefined}
            label={t('insertFact')}
            placeholder={t('insertFact')}
            icon={<PlusOutlined aria-hidden />}
            onChange={insert}
          />
          {param.takesText ? (
            <Button
              type="link"
              size="small"
              aria-expanded={open}
              aria-controls={otherId}
              onClick={() => setOpen(!open)}
            >
              {t('otherLanguage')}
            </Button>
          ) : null}
        </div>
      )}
      {open ? (
        <Input.TextArea
          id={otherId}
          aria-label={t('otherLanguage')}
          lang={other}
          value={both[other] === both[language] ? '' : shownText(both[other], facts, other)}
          placeholder={t('otherFollows')}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={1000}
          disabled={disabled}
          onChange={(event) => {
            const said = storedText(event.target.value, facts, other);
            onChange({ ...both, [other]: said === '' ? both[language] : said }, true);
          }}
          onBlur={onDone}
        />
      ) : null}
    </div>
  );
}

/** A plain text serves both languages. */
function bothOf(value: unknown): Text {
  if (typeof value === 'string') return { zh: value, en: value };
  const given = (value ?? {}) as Partial<Text>;
  return { zh: given.zh ?? '', en: given.en ?? '' };
}
