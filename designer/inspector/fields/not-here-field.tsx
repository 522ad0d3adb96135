import { useTexts } from '../../i18n/use-texts.ts';
import { inspectorTexts } from '../inspector.texts.ts';
import type { FieldProps } from './field-props.ts';

/** What this build has no form for: shown as it is kept, never changed by half. */
export function NotHereField({ value, labelled }: FieldProps) {
  const t = useTexts(inspectorTexts);
  return (
    <div role="group" aria-labelledby={labelled}>
      <p className="field-note">{t('notHere')}</p>
      {value === undefined ? null : <pre className="field-kept">{JSON.stringify(value, null, 1)}</pre>}
    </div>
  );
}
