import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntdApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useMemo } from 'react';
import { RouterProvider } from 'react-router';
import { onSignedOut } from '../api/client.ts';
import { createQueryClient } from '../api/query-client.ts';
import { antdTheme } from '../design/antd-theme.ts';
import { lightTokens } from '../design/tokens.ts';
import { useLanguage } from '../i18n/language.ts';
import { createRouter } from './router.tsx';
import { signInAddress } from './session.ts';

const queryClient = createQueryClient();
const router = createRouter(queryClient);

onSignedOut(() => {
  const { pathname, search } = router.state.location;
  if (pathname === '/sign-in') return;
  queryClient.clear();
  void router.navigate(signInAddress(pathname + search));
});

const theme = antdTheme(lightTokens);

/** Everything around the screens: data, language, theme, addresses. */
export function App() {
  const language = useLanguage();
  const locale = useMemo(() => (language === 'zh' ? zhCN : enUS), [language]);
  return (
    <QueryClientProvider client={queryClient}>
      <ConfigProvider theme={theme} locale={locale} button={{ autoInsertSpace: false }}>
        <AntdApp message={{ maxCount: 3 }}>
          <RouterProvider router={router} />
        </AntdApp>
      </ConfigProvider>
    </QueryClientProvider>
  );
}
