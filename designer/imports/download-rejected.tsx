import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { ImportView } from '../../rules-library/contract/imports.ts';
import type { ImportKindDefinition } from '../../rules-library/tables/import-kinds.ts';
import { errorText } from '../api/api-error.ts';
import { saveFile } from '../design/save-file.ts';
import { useLanguage } from '../i18n/language.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { rememberedFile } from './chosen-files.ts';
import { importsTexts } from './imports.texts.ts';
import { rejectedFile } from './rejected-file.ts';
import { readRejected } from './use-imports.ts';

/** Every rejected row as a file, to be put right. */
export function DownloadRejected({ of, kind }: { of: ImportView; kind: ImportKindDefinition }) {
  const t = useTexts(importsTexts);
  const text = useText();
  const language = useLanguage();
  const { message } = App.useApp();
  const save = useMutation({
    mutationFn: () => readRejected(of.id),
    onSuccess(rows) {
      const name = `${of.file.name.replace(/\.[^.]*$/, '')}-${t('rejectedFile')}.csv`;
      saveFile(name, 'text/csv;charset=utf-8', rejectedFile(kind, rows, rememberedFile(of.id), language));
    },
    onError: (error) => void message.error(text(errorText(error))),
  });
  return (
    <Button
      size="small"
      icon={<DownloadOutlined />}
      loading={save.isPending}
      data-action="download-rejected"
      onClick={() => save.mutate()}
    >
      {t('download')}
    </Button>
  );
}
