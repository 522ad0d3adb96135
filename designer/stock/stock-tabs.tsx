import { NavLink } from 'react-router';
import { useTexts } from '../i18n/use-texts.ts';
import { stockTexts } from './stock.texts.ts';

/** The two lists of the stock screens. */
export function StockTabs() {
  const t = useTexts(stockTexts);
  return (
    <nav className="stock-tabs" aria-label={t('title')}>
      <NavLink to="/stock" end>
        {t('balances')}
      </NavLink>
      <NavLink to="/stock/locks">{t('locks')}</NavLink>
    </nav>
  );
}
