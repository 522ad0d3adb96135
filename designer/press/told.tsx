import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { Text } from '../../rules-library/schema/text.ts';
import { partsTexts } from '../design/parts/parts.texts.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import type { Undo } from './carry-out.ts';
import './press.css';

export interface ToldProps {
  /** What the press did. */
  text: Text;
  undo: Undo | undefined;
  /** Where to follow what waits for an approval. */
  onSeeWaiting: (() => void) | undefined;
  onClose: () => void;
}

const secondMs = 1000;
const longestMs = 60_000;

/** What a press did; as long as it can be taken back, the button for that with the seconds that are left. */
export function Told({ text, undo, onSeeWaiting, onClose }: ToldProps) {
  const say = useText();
  const t = useTexts(partsTexts);
  if (undo === undefined) {
    return (
      <span className="press-told">
        {say(text)}
        {onSeeWaiting === undefined ? null : (
          <Button
            size="small"
            type="link"
            onClick={() => {
              onClose();
              onSeeWaiting();
            }}
          >
            {t('seeWaiting')}
          </Button>
        )}
      </span>
    );
  }
  return (
    <span className="press-told press-told-undo">
      <span>{say(text)}</span>
      <Countdown undo={undo} onClose={onClose} />
    </span>
  );
}

function Countdown({ undo, onClose }: { undo: Undo; onClose: () => void }) {
  const t = useTexts(partsTexts);
  const [now, setNow] = useState(() => Date.now());
  const [until] = useState(() => endOf(undo, Date.now()));
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
      if (Date.now() >= until) onClose();
    }, secondMs);
    return () => clearInterval(timer);
  }, [until, onClose]);
  const seconds = Math.max(0, Math.ceil((until - now) / secondMs));
  return (
    <>
      <Button
        size="small"
        data-action="undo"
        onClick={() => {
          onClose();
          undo.press();
        }}
      >
        {t('undoWithin', { seconds })}
      </Button>
      <Button size="small" type="text" icon={<CloseOutlined />} aria-label={t('close')} onClick={onClose} />
    </>
  );
}

/** The clock of a screen may be wrong: then it counts from when the answer came. Whether it is still possible the server says. */
function endOf({ until }: Undo, now: number): number {
  const left = until - now;
  return now + (left > 0 && left <= longestMs ? left : longestMs);
}
