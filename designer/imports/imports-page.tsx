import { ImportOutlined, StopOutlined } from '@ant-design/icons';
import { useSearchParams } from 'react-router';
import { closeExcelImport } from '../../rules-library/commands/close-excel-import.command.ts';
import { Page } from '../app/page.tsx';
import { useMayPress } from '../app/session.ts';
import { nearTime } from '../design/format-time.ts';
import { Card } from '../design/parts/card.tsx';
import { EmptyState } from '../design/parts/empty-state.tsx';
import { ErrorState } from '../design/parts/error-state.tsx';
import { Skeleton } from '../design/parts/skeleton.tsx';
import { useNow } from '../design/use-now.ts';
import { useLanguage } from '../i18n/language.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { PressButton } from '../press/press-button.tsx';
import { ImportList } from './import-list.tsx';
import { ImportView } from './import-view.tsx';
import './imports.css';
import { importsTexts } from './imports.texts.ts';
import { NewImport } from './new-import.tsx';
import { useImports } from './use-imports.ts';

/** Files with stock, prices and other master data: choose, match columns, see what would change, take it in. */
export function ImportsPage() {
  const t = useTexts(importsTexts);
  const text = useText();
  const language = useLanguage();
  const now = useNow();
  const [search, setSearch] = useSearchParams();
  const mayImport = useMayPress('stage-import');
  const mayClose = useMayPress(closeExcelImport.name);
  const imports = useImports();
  const open = search.get('import');
  const show = (id: string | null): void => setSearch(id === null ? {} : { import: id });
  const closed = imports.data?.closed ?? null;
  const close =
    mayClose && imports.data !== undefined && closed === null ? (
      <PressButton
        name={closeExcelImport.name}
        label={closeExcelImport.label}
        target="company:company"
        about={text(closeExcelImport.help)}
        danger
      />
    ) : null;
  return (
    <Page title={t('title')} className="imports-page" actions={close}>
      <p className="soft">{t('intro')}</p>
      {!mayImport ? (
        <Card>
          <EmptyState icon={<ImportOutlined />} title={t('notYours')} />
        </Card>
      ) : imports.isError ? (
        <Card>
          <ErrorState error={imports.error} onRetry={() => void imports.refetch()} />
        </Card>
      ) : imports.isPending ? (
        <Card>
          <Skeleton rows={5} height={44} />
        </Card>
      ) : (
        <>
          {open !== null ? (
            <ImportView key={open} id={open} onClose={() => show(null)} />
          ) : closed === null ? (
            <NewImport onStaged={show} />
          ) : (
            <Card>
              <EmptyState
                icon={<StopOutlined />}
                title={t('closed')}
                help={t('closedHelp', {
                  who: text(closed.by.name),
                  time: nearTime(Date.parse(closed.at), now, language),
                })}
              />
            </Card>
          )}
          {open === null ? <ImportList imports={imports.data.items} onOpen={show} /> : null}
        </>
      )}
    </Page>
  );
}
