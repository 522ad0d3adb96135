import { Button } from 'antd';
import { Link } from 'react-router';
import { EmptyState } from '../design/parts/empty-state.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { Page } from './page.tsx';
import { shellTexts } from './shell.texts.ts';

/** An address that names nothing. */
export function NotFoundPage() {
  const t = useTexts(shellTexts);
  return (
    <Page title={t('notFoundTitle')}>
      <EmptyState
        title={t('notFound')}
        help={t('notFoundHelp')}
        action={
          <Link to="/">
            <Button type="primary">{t('toHome')}</Button>
          </Link>
        }
      />
    </Page>
  );
}
