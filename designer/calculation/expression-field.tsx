import { Input } from 'antd';
import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { resultTypeSchema } from '../../rules-library/blocks/compute/result-type.ts';
import { readExpression } from '../../rules-library/expressions/read-expression.ts';
import { vocabulary } from '../../rules-library/index.ts';
import { checkSource, type ExpressionError } from '../../runtime/index.ts';
import type { FactDefinition } from '../../rules-library/define/fact.ts';
import { useFlow } from '../editor/editor-context.ts';
import { useLanguage } from '../i18n/language.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { factsFor } from '../inspector/fact-options.ts';
import type { FieldProps } from '../inspector/fields/field-props.ts';
import { scalarText } from '../inspector/scalar-text.ts';
import { calculationTexts } from './calculation.texts.ts';
import './calculation.css';
import { completionsFor, wordAt, type Completion } from './completions.ts';
import { shownExpression, storedExpression } from './expression-text.ts';

/** An expression with business data by name: completed while it is typed, wrong words marked where they stand. */
export function ExpressionField({ node, params, value, onChange, onDone, label, disabled }: FieldProps) {
  const t = useTexts(calculationTexts);
  const text = useText();
  const language = useLanguage();
  const flow = useFlow();
  const listId = useId();
  const area = useRef<HTMLTextAreaElement | null>(null);
  const facts = useMemo(() => factsHere(flow, node), [flow, node]);
  const [typed, setTyped] = useState<string | undefined>();
  const [at, setAt] = useState(-1);
  const [lit, setLit] = useState(0);
  const caret = useRef<number | undefined>(undefined);
  const stored = scalarText(value);
  const shown = typed ?? shownExpression(stored, facts, language);
  const word = at < 0 ? undefined : wordAt(shown, at);
  const offered = word === undefined ? [] : completionsFor(word.word, facts.values(), language);
  const type = resultTypeSchema.safeParse(params.type).data ?? 'number';
  const checked = checkSource(stored, type, {
    has: (id) => facts.has(id) || /^(custom|list)\./.test(id),
    typeOf: (id) => facts.get(id)?.type,
  });
  const error = 'error' in checked ? checked.error : undefined;

  useLayoutEffect(() => {
    if (caret.current === undefined || area.current === null) return;
    area.current.setSelectionRange(caret.current, caret.current);
    caret.current = undefined;
  });

  const write = (next: string, place: number): void => {
    setTyped(next);
    setAt(place);
    setLit(0);
    onChange(storedExpression(next, facts, language), true);
  };
  const take = ({ insert, back }: Completion): void => {
    if (word === undefined) return;
    const rest = shown.slice(at).replace(/^\}/, '');
    const head = `${shown.slice(0, word.from)}${insert}`;
    caret.current = head.length - back;
    write(head + rest, head.length - back);
    setAt(-1);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (offered.length === 0 || event.nativeEvent.isComposing) return;
    const moves: Record<string, () => void> = {
      ArrowDown: () => setLit((lit + 1) % offered.length),
      ArrowUp: () => setLit((lit + offered.length - 1) % offered.length),
      Enter: () => take(offered[lit] ?? offered[0]!),
      Tab: () => take(offered[lit] ?? offered[0]!),
      Escape: () => setAt(-1),
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  };

  return (
    <div className="expression">
      <Input.TextArea
        ref={(input) => {
          area.current = input?.resizableTextArea?.textArea ?? null;
        }}
        role="combobox"
        aria-label={label}
        aria-expanded={offered.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={offered.length > 0 ? `${listId}-${lit}` : undefined}
        aria-invalid={error !== undefined}
        value={shown}
        placeholder={t('holder')}
        autoSize={{ minRows: 3, maxRows: 10 }}
        maxLength={2000}
        spellCheck={false}
        disabled={disabled}
        onChange={({ target }) => write(target.value, target.selectionStart)}
        onKeyDown={onKey}
        onClick={() => setAt(-1)}
        onBlur={() => {
          setTyped(undefined);
          setAt(-1);
          onDone();
        }}
      />
      {offered.length === 0 ? null : (
        <ul
          className="expression-offers"
          id={listId}
          role="listbox"
          aria-label={t('offers')}
          onMouseDown={(event) => event.preventDefault()}
        >
          {offered.map((one, index) => (
            <li
              key={one.label}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === lit}
              className={index === lit ? 'expression-lit' : ''}
              onClick={() => take(one)}
            >
              <span>{one.label}</span>
              <span className="faint">{one.help}</span>
            </li>
          ))}
        </ul>
      )}
      {error === undefined || stored === '' || offered.length > 0 ? null : (
        <div className="expression-wrong" role="alert" data-testid="expression-error">
          <Marked stored={stored} error={error} facts={facts} />
          <p>{text(error.text)}</p>
        </div>
      )}
      <p className="faint expression-help">{t('help')}</p>
    </div>
  );
}

/** The facts that can stand in an expression of this block: the trigger's, and what other blocks calculate. */
function factsHere(flow: Parameters<typeof factsFor>[0], node: string): Map<string, FactDefinition> {
  const own = `${flow.id}.${node}`;
  const facts = factsFor(flow, vocabulary, false).filter(({ id }) => id !== own && !id.startsWith(`${own}.`));
  return new Map(facts.map((fact) => [fact.id, fact]));
}

interface MarkedProps {
  stored: string;
  error: ExpressionError;
  facts: ReadonlyMap<string, FactDefinition>;
}

/** The expression in names, with what is wrong underlined. */
function Marked({ stored, error: { from, to }, facts }: MarkedProps) {
  const language = useLanguage();
  return (
    <code className="expression-marked">
      {readExpression(stored, (id) => facts.has(id)).map(({ kind, text, at }) => {
        if (kind === 'fact') {
          return (
            <span key={at} className={at < to && at + text.length > from ? 'expression-bad' : ''}>
              {facts.get(text)?.label[language] ?? text}
            </span>
          );
        }
        const [begin, end] = [from - at, to - at].map((place) => Math.max(0, Math.min(place, text.length)));
        return (
          <span key={at}>
            {text.slice(0, begin)}
            <span className="expression-bad">{text.slice(begin, end)}</span>
            {text.slice(end)}
          </span>
        );
      })}
    </code>
  );
}
