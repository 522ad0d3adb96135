import { ArrowLeftOutlined, InboxOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { layerIds, layerLabel } from '../../rules-library/choices/layers.ts';
import type { BalanceView } from '../../rules-library/contract/stock.ts';
import { Page } from '../app/page.tsx';
import { countText } from '../design/format-number.ts';
import { Card } from '../design/parts/card.tsx';
import { Chip } from '../design/parts/chip.tsx';
import { EmptyState } from '../design/parts/empty-state.tsx';
import { ErrorState } from '../design/parts/error-state.tsx';
import { Skeleton } from '../design/parts/skeleton.tsx';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { PressButton } from '../press/press-button.tsx';
import { LayerBar, LayerLegend } from './layer-bar.tsx';
import { layerTones, segmentsOf } from './segments.ts';
import { StockLedger } from './stock-ledger.tsx';
import { StockLocks } from './stock-locks.tsx';
import './stock.css';
import { stockTexts } from './stock.texts.ts';
import { useBalance, useStockButtons } from './use-stock.ts';
import { warehouseText } from './warehouse-text.ts';

/** One warehouse × SKU: what is there and for whom, what can be pressed, and how it came to this. */
export function StockPage() {
  const { key = '' } = useParams();
  const t = useTexts(stockTexts);
  const bar = key.indexOf('|');
  const [warehouse, sku] = [key.slice(0, Math.max(0, bar)), key.slice(bar + 1)];
  const balance = useBalance(warehouse, sku);
  const back = (
    <Link to="/stock">
      <Button icon={<ArrowLeftOutlined />}>{t('back')}</Button>
    </Link>
  );
  if (balance.data === undefined || balance.data === null) {
    return (
      <Page title={sku} actions={back}>
        <Card>
          {balance.isError ? (
            <ErrorState error={balance.error} onRetry={() => void balance.refetch()} />
          ) : balance.isPending ? (
            <Skeleton rows={4} height={60} />
          ) : (
            <EmptyState
              icon={<InboxOutlined />}
              title={t('missing')}
              help={t('missingHelp', { warehouse, sku })}
              action={<StockActions stock={key} />}
            />
          )}
        </Card>
      </Page>
    );
  }
  const found = balance.data;
  return (
    <Page
      title={sku}
      live
      className="stock-page"
      note={[found.name, warehouseText(found)].filter((part) => part !== null).join(' · ')}
      actions={
        <>
          {back}
          <StockActions stock={key} />
        </>
      }
    >
      <Figures balance={found} />
      <StockLocks stock={key} />
      <StockLedger balance={found} />
    </Page>
  );
}

function Figures({ balance }: { balance: BalanceView }) {
  const t = useTexts(stockTexts);
  const text = useText();
  const segments = segmentsOf(balance);
  const figures = ['onHand', 'open', 'held', 'confirmed', 'blocked'] as const;
  return (
    <Card title={t('figures')} className="stock-big">
      <dl className="stock-figures">
        {figures.map((figure) => (
          <div key={figure}>
            <dt>{t(figure)}</dt>
            <dd data-figure={figure}>{countText(balance[figure])}</dd>
          </div>
        ))}
      </dl>
      <LayerBar balance={balance} />
      <LayerLegend segments={segments} />
      <Floors balance={balance} />
      <div className="stock-may">
        <span>{t('mayLock')}</span>
        {layerIds.map((layer) => (
          <Chip key={layer} tone={layerTones[layer]}>
            {text(layerLabel(layer))} {countText(balance.available[layer])}
          </Chip>
        ))}
      </div>
    </Card>
  );
}

/** Floors that are not full: what is wanted and what is missing. */
function Floors({ balance: { wanted, band } }: { balance: BalanceView }) {
  const t = useTexts(stockTexts);
  const text = useText();
  const short = layerIds.flatMap((layer) => {
    const missing = (wanted[layer] ?? 0) - (band[layer] ?? 0);
    return missing > 0 ? [{ layer, missing }] : [];
  });
  if (short.length === 0) return null;
  return (
    <ul className="stock-may">
      {short.map(({ layer, missing }) => (
        <li key={layer}>
          {t('floorShort', {
            layer: text(layerLabel(layer)),
            units: countText(wanted[layer] ?? 0),
            short: countText(missing),
          })}
        </li>
      ))}
    </ul>
  );
}

/** What is pressed most stands first; others follow as the server tells them. */
const usual = ['receive-stock', 'adjust-stock', 'report-difference', 'block-stock', 'unblock-stock'];

function placeOf(name: string): number {
  const place = usual.indexOf(name);
  return place === -1 ? usual.length : place;
}

/** The buttons this person may press on the balance now. */
function StockActions({ stock }: { stock: string }) {
  const buttons = useStockButtons(`stock:${stock}`).data ?? [];
  const ordered = buttons.toSorted((one, other) => placeOf(one.name) - placeOf(other.name));
  return ordered.map(({ name, label, needsReason, enabled, why, help }) => (
    <PressButton
      key={name}
      name={name}
      label={label}
      target={`stock:${stock}`}
      needsReason={needsReason}
      about={stock.replace('|', ' · ')}
      why={enabled ? undefined : (why ?? help)}
    />
  ));
}
