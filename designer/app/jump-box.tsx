import { Modal } from 'antd';
import { useEffect } from 'react';
import { useJump } from './jump-store.ts';
import { JumpPanel } from './jump-panel.tsx';

/** Opens by Ctrl-K or ⌘K from anywhere. */
export function JumpBox() {
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
      width={560}
      destroyOnHidden
      className="jump"
    >
      <JumpPanel onDone={close} />
    </Modal>
  );
}
