import { Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useBlocker } from 'react-router';
import { useTexts } from '../i18n/use-texts.ts';
import { useEditor } from './editor-context.ts';
import { editorTexts } from './editor.texts.ts';

/** Going to another screen saves first; where that cannot be done a person decides. */
export function LeaveGuard() {
  const t = useTexts(editorTexts);
  const { autosave } = useEditor();
  const [asking, setAsking] = useState(false);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      currentLocation.pathname !== nextLocation.pathname && !autosave.isSafe,
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    void autosave.flush().then((safe) => (safe ? blocker.proceed() : setAsking(true)));
  }, [blocker, autosave]);
  return (
    <Modal
      open={asking}
      title={t('leaveTitle')}
      okText={t('stay')}
      cancelText={t('leave')}
      closable={false}
      mask={{ closable: false }}
      onOk={() => {
        setAsking(false);
        blocker.reset?.();
      }}
      onCancel={() => {
        setAsking(false);
        autosave.abandon();
        blocker.proceed?.();
      }}
    >
      {t('leaveHelp')}
    </Modal>
  );
}
