import { Link } from 'react-router';
import type { FlowRow } from '../../rules-library/contract/flows.ts';
import { vocabulary } from '../../rules-library/index.ts';
import { Chip } from '../design/parts/chip.tsx';
import { TimeText } from '../design/parts/time-text.tsx';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { FlowStateChip } from './flow-state-chip.tsx';
import { rulesTexts } from './rules.texts.ts';

/** The flows in the order in which they count; on a phone each is a card. */
export function FlowTable({ rows }: { rows: readonly FlowRow[] }) {
  const t = useTexts(rulesTexts);
  return (
    <table className="rules-table">
      <thead>
        <tr>
          <th scope="col">{t('columnName')}</th>
          <th scope="col">{t('columnState')}</th>
          <th scope="col">{t('columnLive')}</th>
          <th scope="col">{t('columnProblems')}</th>
          <th scope="col" className="number">
            {t('columnRank')}
          </th>
          <th scope="col">{t('columnSaved')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <FlowTableRow key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function FlowTableRow({ row }: { row: FlowRow }) {
  const t = useTexts(rulesTexts);
  const text = useText();
  const trigger = vocabulary.blocks.get(row.trigger ?? '')?.label;
  return (
    <tr data-flow={row.id}>
      <td className="rules-name">
        <Link to={`/rules/${encodeURIComponent(row.id)}`}>{text(row.name)}</Link>
        <span className="faint">
          {trigger === undefined ? t('noTrigger') : text(trigger)} · {t('blocks', { count: row.nodeCount })}
        </span>
      </td>
      <td>
        <FlowStateChip state={row.state} />
      </td>
      <td className={row.liveRelease === null ? 'faint' : ''}>
        {row.liveRelease === null ? t('notLive') : t('release', { number: row.liveRelease })}
      </td>
      <td>
        {row.errors > 0 ? (
          <Chip tone="danger">{t('errors', { count: row.errors })}</Chip>
        ) : row.warnings > 0 ? (
          <Chip tone="hold">{t('warnings', { count: row.warnings })}</Chip>
        ) : (
          <span className="faint">{t('ready')}</span>
        )}
      </td>
      <td className="number">{row.rank}</td>
      <td className="rules-saved">
        <TimeText at={row.savedAt} /> <span className="faint">{text(row.savedBy)}</span>
      </td>
    </tr>
  );
}
