import { InboxOutlined } from '@ant-design/icons';
import { Alert, Button, Radio, Upload } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { vocabulary } from '../../rules-library/index.ts';
import { importKinds, type ImportKindDefinition } from '../../rules-library/tables/import-kinds.ts';
import { useSession } from '../app/session.ts';
import { csvText } from '../design/csv.ts';
import { countText } from '../design/format-number.ts';
import { Card } from '../design/parts/card.tsx';
import { saveFile } from '../design/save-file.ts';
import { useLanguage } from '../i18n/language.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { importsTexts } from './imports.texts.ts';
import { MatchColumns } from './match-columns.tsx';
import { openTable } from './reading/open-table.ts';
import { limits, megabyte, TableError, type Table } from './reading/table.ts';
import { tableErrorText } from './table-error-text.ts';

interface Chosen {
  file: { name: string; bytes: number };
  table: Table;
}

/** What to import and from which file; then its columns are matched. */
export function NewImport({ onStaged }: { onStaged: (id: string) => void }) {
  const t = useTexts(importsTexts);
  const text = useText();
  const language = useLanguage();
  const kinds = useOwnKinds();
  const [search] = useSearchParams();
  const [kind, setKind] = useState<ImportKindDefinition>(
    () => kinds.find((one) => one.kind === search.get('kind')) ?? kinds[0] ?? importKinds[0]!,
  );
  const [reading, setReading] = useState<string | undefined>(undefined);
  const [failed, setFailed] = useState<TableError | undefined>(undefined);
  const [chosen, setChosen] = useState<Chosen | undefined>(undefined);
  const read = async (file: File): Promise<void> => {
    setReading(file.name);
    setFailed(undefined);
    try {
      setChosen({ file: { name: file.name.slice(0, 200), bytes: file.size }, table: await openTable(file) });
    } catch (error) {
      setFailed(error instanceof TableError ? error : new TableError('broken'));
    } finally {
      setReading(undefined);
    }
  };
  if (chosen !== undefined) {
    return <MatchColumns kind={kind} {...chosen} onBack={() => setChosen(undefined)} onStaged={onStaged} />;
  }
  const blank = (): void => {
    const labels = new Set(kind.columns.map(({ label }) => text(label)));
    saveFile(`${text(kind.label)}.csv`, 'text/csv;charset=utf-8', csvText([[...labels]]));
  };
  return (
    <Card title={t('chooseKind')}>
      <Radio.Group
        className="import-kinds"
        optionType="button"
        value={kind.kind}
        onChange={({ target }) => setKind(kinds.find((one) => one.kind === target.value) ?? kind)}
        options={kinds.map((one) => ({ value: one.kind, label: text(one.label) }))}
      />
      <p className="soft import-kind-help">
        {text(kind.help)}{' '}
        <Button type="link" size="small" onClick={blank}>
          {t('blank')}
        </Button>
      </p>
      <Upload.Dragger
        accept=".xlsx,.csv,.txt"
        showUploadList={false}
        disabled={reading !== undefined}
        beforeUpload={(file) => {
          void read(file);
          return false;
        }}
      >
        <p className="import-drop-icon" aria-hidden>
          <InboxOutlined />
        </p>
        <p className="import-drop">{reading === undefined ? t('drop') : t('reading', { file: reading })}</p>
        <p className="faint">
          {t('dropHelp', { rows: countText(limits.rows), megabytes: limits.bytes / megabyte })}
        </p>
      </Upload.Dragger>
      {failed === undefined ? null : (
        <Alert className="import-failed" type="error" showIcon title={tableErrorText(failed, language)} />
      )}
    </Card>
  );
}

/** Kinds whose rows this person may press. */
function useOwnKinds(): ImportKindDefinition[] {
  const { buttons } = useSession();
  return importKinds.filter((kind) =>
    kind.buttons.every((name) => buttons.includes(name) && vocabulary.commands.has(name)),
  );
}
