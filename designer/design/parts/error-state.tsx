import { ReloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { errorText } from '../../api/api-error.ts';
import { useText, useTexts } from '../../i18n/use-texts.ts';
import { partsTexts } from './parts.texts.ts';
import './states.css';

export interface ErrorStateProps {
  error: unknown;
  onRetry?: (() => void) | undefined;
  /** The way round: a link or another button. */
  wayRound?: ReactNode;
}

/** What went wrong in words, trying again, and the way round. */
export function ErrorState({ error, onRetry, wayRound }: ErrorStateProps) {
  const text = useText();
  const t = useTexts(partsTexts);
  return (
    <div className="state-box state-error" role="alert">
      <p className="state-title">{text(errorText(error))}</p>
      <div className="state-action">
        {onRetry === undefined ? null : (
          <Button icon={<ReloadOutlined />} onClick={onRetry}>
            {t('retry')}
          </Button>
        )}
        {wayRound}
      </div>
    </div>
  );
}
