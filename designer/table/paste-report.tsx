import { Button } from 'antd';
import { useText, useTexts } from '../i18n/use-texts.ts';
import type { Grid } from './grid/use-grid.ts';
import { tableTexts } from './table.texts.ts';
import type { OpenTable } from './use-table.ts';

/** Most cells that are told one by one. */
const mostTold = 12;

/** What became of a paste: how much was taken in, and each cell that could not be read, with why. */
export function PasteReport({ open: { heads }, grid }: { open: OpenTable; grid: Grid }) {
  const t = useTexts(tableTexts);
  const text = useText();
  const { pasted } = grid;
  if (pasted === null) return null;
  const { read, unread, rowsAdded, rowsLeft, columnsLeft, skippedHead } = pasted;
  return (
    <section className="paste-report" role="status" data-testid="paste-report">
      <p>
        {t('pasted', { count: read })}
        {rowsAdded > 0 ? ` ${t('rowsAdded', { count: rowsAdded })}` : ''}
        {skippedHead ? ` ${t('headSkipped')}` : ''}
        {columnsLeft > 0 ? ` ${t('columnsLeft', { count: columnsLeft })}` : ''}
        {rowsLeft > 0 ? ` ${t('rowsLeft', { count: rowsLeft })}` : ''}
        <Button type="link" size="small" onClick={grid.forgetPasted}>
          {t('gotIt')}
        </Button>
      </p>
      {unread.length === 0 ? null : (
        <>
          <p className="paste-unread">{t('unread', { count: unread.length })}</p>
          <ul>
            {unread.slice(0, mostTold).map(({ row, column, why }) => (
              <li key={`${row}:${column}`}>
                <Button type="link" size="small" onClick={() => grid.choose(row, column)}>
                  {t('rowNumber', { number: row + 1 })} · {heads[column]}
                </Button>
                {text(why)}
              </li>
            ))}
            {unread.length > mostTold ? <li>…</li> : null}
          </ul>
        </>
      )}
    </section>
  );
}
