import { CopyOutlined } from '@ant-design/icons';
import { App, Button, Input, Modal, type InputRef } from 'antd';
import { useRef } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { partsTexts } from './parts.texts.ts';
import './shown-once.css';

export interface ShownOnceProps {
  title: string;
  /** For whom it is, and that it will not be seen again. */
  help: string;
  /** What the secret is called. */
  label: string;
  secret: string;
  onClose: () => void;
}

/** The one time a secret is shown. Closed only by its own button, so that it is not lost by a slip. */
export function ShownOnce({ title, help, label, secret, onClose }: ShownOnceProps) {
  const t = useTexts(partsTexts);
  const { message } = App.useApp();
  const field = useRef<InputRef>(null);
  const copy = async (): Promise<void> => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(secret);
      void message.success(t('copied'));
    } catch {
      // Without https the browser keeps the clipboard to itself; the text is selected for copying by hand.
    }
  };
  return (
    <Modal
      open
      title={title}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('keptIt')}
        </Button>
      }
    >
      <p className="shown-once-help">{help}</p>
      <div className="shown-once">
        <Input
          ref={field}
          readOnly
          value={secret}
          aria-label={label}
          onFocus={() => field.current?.select()}
        />
        <Button icon={<CopyOutlined />} onClick={() => void copy()}>
          {t('copy')}
        </Button>
      </div>
    </Modal>
  );
}
