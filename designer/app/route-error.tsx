import { Button } from 'antd';
import { Link, useRouteError } from 'react-router';
import { ApiError } from '../api/api-error.ts';
import { ErrorState } from '../design/parts/error-state.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { shellTexts } from './shell.texts.ts';

/** A screen that could not be shown: what happened, and the ways on. */
export function RouteError() {
  const error = useRouteError();
  const t = useTexts(shellTexts);
  // Anything else than an answer of the server: mostly a part of the page that an update has replaced.
  const shown =
    error instanceof ApiError ? error : new ApiError({ status: 0, code: 'page', text: pageBroken });
  return (
    <main className="route-error">
      <h1 className="visually-hidden">{t('brokenTitle')}</h1>
      <ErrorState
        error={shown}
        onRetry={() => globalThis.location.reload()}
        wayRound={
          <Link to="/">
            <Button type="link">{t('toHome')}</Button>
          </Link>
        }
      />
    </main>
  );
}

const pageBroken = {
  zh: '这个页面没有打开。可能系统刚刚更新过，请再试一次。',
  en: 'This page did not open. The system may just have been updated; try again.',
};
