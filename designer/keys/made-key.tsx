import { CopyOutlined } from '@ant-design/icons';
import { App, Button, Input, Modal, type InputRef } from 'antd';
import { useRef } from 'react';
import { useTexts } from '../i18n/use-texts.ts';
import { keysTexts } from './keys.texts.ts';

/** The one time a key is shown. Closed only by its own button, so that it is not lost by a slip. */
export function MadeKey({ made, onClose }: { made: { name: string; secret: string }; onClose: () => void }) {
  const t = useTexts(keysTexts);
  const { message } = App.useApp();
  const field = useRef<InputRef>(null);
  const copy = async (): Promise<void> => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(made.secret);
      void message.success(t('copied'));
    } catch {
      // Without https the browser keeps the clipboard to itself; the text is selected for copying by hand.
    }
  };
  return (
    <Modal
      open
      title={t('madeTitle')}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('done')}
        </Button>
      }
    >
      <p className="key-help">{t('madeHelp', { name: made.name })}</p>
      <div className="key-secret">
        <Input
          ref={field}
          readOnly
          value={made.secret}
          aria-label={t('secret')}
          onFocus={() => field.current?.select()}
        />
        <Button icon={<CopyOutlined />} onClick={() => void copy()}>
          {t('copy')}
        </Button>
      </div>
    </Modal>
  );
}
