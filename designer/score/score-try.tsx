import { CheckCircleFilled } from '@ant-design/icons';
import { Select } from 'antd';
import { useMemo, useState } from 'react';
import type { FactDefinition } from '../../rules-library/define/fact.ts';
import { vocabulary } from '../../rules-library/index.ts';
import type { Operand } from '../../rules-library/schema/condition.ts';
import { contextOf, labelOfFact } from '../../rules-library/sentences/index.ts';
import { useFlow } from '../editor/editor-context.ts';
import { calculationsOf, compiledCalculations } from '../findings/calculations-of.ts';
import { useLanguage } from '../i18n/language.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { inspectorTexts } from '../inspector/inspector.texts.ts';
import { ValueEditor } from '../inspector/value-editor.tsx';
import { scoreTexts } from './score.texts.ts';
import { factsOfRows, scoreCard, type ScoreRow, type Tried } from './try-score.ts';

/** An order made up on the spot, and what the card makes of it while it is typed. */
export function ScoreTry({ node }: { node: string }) {
  const t = useTexts(scoreTexts);
  const language = useLanguage();
  const flow = useFlow();
  const [given, setGiven] = useState<Readonly<Record<string, unknown>>>({});
  const card = useMemo(() => {
    const { left } = compiledCalculations(flow, vocabulary);
    return scoreCard(calculationsOf(flow, vocabulary, left), node, vocabulary);
  }, [flow, node]);
  const context = contextOf(language, vocabulary, { flow });
  const rows = (flow.nodes.find(({ id }) => id === node)?.params.rows ?? []) as ScoreRow[];
  if (card === undefined) return null;
  const facts = factsOfRows(rows);
  const known = Object.fromEntries(
    facts.flatMap((fact) => (isGiven(given[fact]) ? [[fact, valueOf(given[fact])] as const] : [])),
  );
  const missing = facts.filter((fact) => !Object.hasOwn(known, fact));
  const set = (fact: string, value: unknown): void => setGiven((before) => ({ ...before, [fact]: value }));
  return (
    <section className="score-try" aria-label={t('try')}>
      <h3 className="field-label">{t('try')}</h3>
      <p className="faint">{t('tryHelp')}</p>
      {facts.map((fact) => (
        <div className="score-fact" key={fact}>
          <span>{labelOfFact(fact, context)}</span>
          <TriedValue
            definition={context.facts.get(fact)}
            value={given[fact]}
            label={labelOfFact(fact, context)}
            onChange={(value) => set(fact, value)}
          />
        </div>
      ))}
      <Outcome
        tried={card(known)}
        rows={rows}
        missing={missing.map((fact) => labelOfFact(fact, context))}
        hasBands={flow.nodes.some(
          ({ id, params }) => id === node && Array.isArray(params.bands) && params.bands.length > 0,
        )}
      />
    </section>
  );
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}

/** As facts hold it: times as epoch ms. */
function valueOf(value: unknown): unknown {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : value;
}

interface TriedValueProps {
  definition: FactDefinition | undefined;
  value: unknown;
  label: string;
  onChange: (value: unknown) => void;
}

/** What the order has of a fact; yes and no can be left open too. */
function TriedValue({ definition, value, label, onChange }: TriedValueProps) {
  const t = useTexts(scoreTexts);
  const words = useTexts(inspectorTexts);
  if (definition?.type === 'yes-no') {
    return (
      <Select
        size="small"
        aria-label={label}
        value={typeof value === 'boolean' ? String(value) : ''}
        options={[
          { value: '', label: t('unset') },
          { value: 'true', label: words('yes') },
          { value: 'false', label: words('no') },
        ]}
        onChange={(next) => onChange(next === '' ? undefined : next === 'true')}
      />
    );
  }
  return (
    <ValueEditor
      definition={definition}
      shape={definition?.type === 'list' ? 'list' : 'same'}
      value={(value ?? '') as Operand}
      label={label}
      disabled={false}
      onChange={onChange}
      onDone={() => undefined}
    />
  );
}

interface OutcomeProps {
  tried: Tried;
  rows: readonly ScoreRow[];
  missing: readonly string[];
  hasBands: boolean;
}

function Outcome({ tried: { score, band, holding }, rows, missing, hasBands }: OutcomeProps) {
  const t = useTexts(scoreTexts);
  const language = useLanguage();
  const signed = (points: number): string => (points < 0 ? `−${-points}` : `+${points}`);
  return (
    <div className="score-outcome" role="status" data-testid="score-outcome">
      <ul>
        {rows.map(({ id, points }, index) =>
          holding.has(id) ? (
            <li key={id}>
              <CheckCircleFilled aria-hidden /> {t('row', { number: index + 1 })} {signed(points)}
            </li>
          ) : null,
        )}
      </ul>
      <p>
        {score === undefined
          ? t('notKnown', { facts: missing.join(language === 'zh' ? '、' : ', ') })
          : t('total', { points: score })}
        {!hasBands ? null : score === undefined ? (
          band === undefined ? null : (
            <span> {t('bandAnyway', { band })}</span>
          )
        ) : (
          <b> {band ?? t('noBand')}</b>
        )}
      </p>
    </div>
  );
}
