import { Button, Form, Input } from 'antd';
import { Link, useLocation } from 'react-router';
import { errorText } from '../api/api-error.ts';
import { EmptyState } from '../design/parts/empty-state.tsx';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { readJoinLink } from './join-link.ts';
import { SignInFrame } from './sign-in-frame.tsx';
import { signInTexts } from './sign-in.texts.ts';
import { useSignIn } from './use-sign-in.ts';

/** What the link of a new person opens: they set their password and are in. */
export function JoinPage() {
  const t = useTexts(signInTexts);
  const text = useText();
  const link = readJoinLink(useLocation().hash);
  const signIn = useSignIn();
  return (
    <SignInFrame title={t('joinTitle')}>
      {link === undefined ? (
        <EmptyState
          title={t('linkBroken')}
          help={t('joinBrokenHelp')}
          action={
            <Link to="/sign-in">
              <Button>{t('toSignIn')}</Button>
            </Link>
          }
        />
      ) : (
        <>
          <p className="sign-in-note">{t('joinNote', { name: link.username })}</p>
          {signIn.isError ? (
            <p className="sign-in-error" role="alert">
              {text(errorText(signIn.error))}
            </p>
          ) : null}
          <Form<{ password: string }>
            layout="vertical"
            requiredMark={false}
            onFinish={({ password }) => signIn.mutate({ path: '/session/join', body: { ...link, password } })}
          >
            <Form.Item
              name="password"
              label={t('password')}
              extra={t('newPasswordHelp')}
              rules={[{ required: true, min: 10, message: t('newPasswordHelp') }]}
            >
              <Input.Password autoComplete="new-password" maxLength={200} />
            </Form.Item>
            <Button type="primary" htmlType="submit" block size="large" loading={signIn.isPending}>
              {t('join')}
            </Button>
          </Form>
        </>
      )}
    </SignInFrame>
  );
}
