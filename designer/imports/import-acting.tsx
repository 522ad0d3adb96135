import { Progress } from 'antd';
import type { ReactNode } from 'react';
import { applyImport } from '../../rules-library/commands/apply-import.command.ts';
import { cancelImport } from '../../rules-library/commands/cancel-import.command.ts';
import type { ImportView } from '../../rules-library/contract/imports.ts';
import type { ImportKindDefinition } from '../../rules-library/tables/import-kinds.ts';
import { countText } from '../design/format-number.ts';
import { durationText } from '../design/format-time.ts';
import { useNow } from '../design/use-now.ts';
import { useLanguage } from '../i18n/language.ts';
import { textOf } from '../i18n/text-of.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { PressButton } from '../press/press-button.tsx';
import { StateOfImport } from './import-state.tsx';
import { importsTexts } from './imports.texts.ts';

/** The button, or the progress. */
export function ImportActing({ of, kind }: { of: ImportView; kind: ImportKindDefinition }) {
  const t = useTexts(importsTexts);
  const text = useText();
  const { state, counts, file } = of;
  const about = t('about', { kind: text(kind.label), file: file.name, ...shown(counts) });
  const stop = (
    <PressButton name={cancelImport.name} label={cancelImport.label} input={{ import: of.id }} size="small" />
  );
  if (state === 'ready' && counts.added + counts.changed > 0) {
    const label = textOf(importsTexts, 'apply', { count: counts.added + counts.changed });
    return (
      <div className="import-act">
        <PressButton
          name={applyImport.name}
          label={label}
          input={{ import: of.id }}
          about={about}
          type="primary"
        />
      </div>
    );
  }
  if (state === 'stopped' && of.startedAt !== null) {
    const label = textOf(importsTexts, 'resume');
    return (
      <div className="import-act">
        <PressButton
          name={applyImport.name}
          label={label}
          input={{ import: of.id }}
          about={about}
          type="primary"
        />
        {stop}
      </div>
    );
  }
  if (state === 'applying') return <Running of={of} stop={stop} />;
  if (of.startedAt === null) return null;
  return (
    <div className="import-act">
      <StateOfImport state={state} />
      <span className="soft">{t('progress', { done: countText(of.done), total: countText(of.total) })}</span>
    </div>
  );
}

function shown({ added, changed, rejected }: ImportView['counts']) {
  return { added: countText(added), changed: countText(changed), rejected: countText(rejected) };
}

function Running({ of, stop }: { of: ImportView; stop: ReactNode }) {
  const t = useTexts(importsTexts);
  const language = useLanguage();
  const now = useNow();
  const since = now - Date.parse(of.startedAt ?? of.at);
  const left = of.done === 0 ? null : (since / of.done) * (of.total - of.done);
  return (
    <div className="import-progress" role="status">
      <Progress percent={Math.floor((100 * of.done) / of.total)} showInfo={false} />
      <span className="soft">
        {t('progress', { done: countText(of.done), total: countText(of.total) })}
        {left === null ? '' : ` · ${t('remaining', { time: durationText(left, language) })}`}
      </span>
      {stop}
      <span className="faint">{t('goesOn')}</span>
    </div>
  );
}
