import type { ImportView } from '../../rules-library/contract/imports.ts';
import { importKindOf } from '../../rules-library/tables/import-kinds.ts';
import { countText } from '../design/format-number.ts';
import { Card } from '../design/parts/card.tsx';
import { TimeText } from '../design/parts/time-text.tsx';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { StateOfImport } from './import-state.tsx';
import { importsTexts } from './imports.texts.ts';

/** Files imported before, the newest first. */
export function ImportList({
  imports,
  onOpen,
}: {
  imports: readonly ImportView[];
  onOpen: (id: string) => void;
}) {
  const t = useTexts(importsTexts);
  const text = useText();
  return (
    <Card title={t('past')}>
      {imports.length === 0 ? (
        <p className="faint">{t('pastEmpty')}</p>
      ) : (
        <ol className="import-past">
          {imports.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                onClick={() => onOpen(one.id)}
                aria-label={t('openImport', { file: one.file.name })}
              >
                <span className="import-past-file">
                  <strong>{one.file.name}</strong>
                  <span className="faint">
                    {text(importKindOf(one.kind)?.label ?? { zh: one.kind, en: one.kind })} ·{' '}
                    {countText(one.total)}
                  </span>
                </span>
                <StateOfImport state={one.state} />
                <span className="import-past-outcome soft">
                  {one.startedAt === null
                    ? null
                    : `${t('added')} ${countText(one.outcome.added)} · ${t('changed')} ${countText(one.outcome.changed)} · ${t('rejectedShort', { count: one.outcome.rejected })}`}
                </span>
                <span className="import-past-by faint">
                  {text(one.by.name)} <TimeText at={one.at} />
                </span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
