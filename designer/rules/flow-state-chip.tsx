import type { FlowRow } from '../../rules-library/contract/flows.ts';
import { Chip } from '../design/parts/chip.tsx';
import type { ToneName } from '../design/tokens.ts';
import { editorTexts } from '../editor/editor.texts.ts';
import { useTexts } from '../i18n/use-texts.ts';

const tones: Record<FlowRow['state'], ToneName> = { draft: 'neutral', live: 'good', changed: 'hold' };
const helps = { draft: 'draftHelp', live: 'liveHelp', changed: 'changedHelp' } as const;

/** 草稿 · 已生效 · 有未发布的改动. */
export function FlowStateChip({ state }: { state: FlowRow['state'] }) {
  const t = useTexts(editorTexts);
  return (
    <Chip tone={tones[state]} title={t(helps[state])}>
      {t(state)}
    </Chip>
  );
}
