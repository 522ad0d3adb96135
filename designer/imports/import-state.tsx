import { importStateLabels } from '../../rules-library/choices/import-states.ts';
import type { ImportView } from '../../rules-library/contract/imports.ts';
import { Chip } from '../design/parts/chip.tsx';
import type { ToneName } from '../design/tokens.ts';
import { useText } from '../i18n/use-texts.ts';

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
  const text = useText();
  return <Chip tone={tones[state]}>{text(importStateLabels[state])}</Chip>;
}
