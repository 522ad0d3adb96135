import { Modal } from 'antd';
import { useEffect } from 'react';
import { useTexts } from '../i18n/use-texts.ts';
import { useJump } from './jump-store.ts';
import { JumpPanel } from './jump-panel.tsx';
import { shellTexts } from './shell.texts.ts';

/** Opens by Ctrl-K or ⌘K from anywhere. */
export function JumpBox() {
  const t = useTexts(shellTexts);
  const { shown, open, close } = useJump();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        open();
      }
    };
    globalThis.addEventListener('keydown', onKey);
    return () => globalThis.removeEventListener('keydown', onKey);
  }, [open]);
  return (
    <Modal
      open={shown}
      onCancel={close}
      footer={null}
      closable={false}
      title={<span className="visually-hidden">{t('jump')}</span>}
      width={560}
      destroyOnHidden
      className="jump"
    >
      <JumpPanel onDone={close} />
    </Modal>
  );
}
