import type { ImportView } from '../../rules-library/contract/imports.ts';
import { Chip } from '../design/parts/chip.tsx';
import type { ToneName } from '../design/tokens.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { importsTexts } from './imports.texts.ts';

const tones: Record<ImportView['state'], ToneName> = {
  staging: 'neutral',
  ready: 'hold',
  applying: 'primary',
  applied: 'good',
  stopped: 'danger',
  cancelled: 'neutral',
};

/** How far an import is, as a chip. */
export function StateOfImport({ state }: { state: ImportView['state'] }) {
  const t = useTexts(importsTexts);
  return <Chip tone={tones[state]}>{t(state)}</Chip>;
}
