import { Button, Form, Input } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { errorText } from '../api/api-error.ts';
import { EmptyState } from '../design/parts/empty-state.tsx';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { SignInFrame } from './sign-in-frame.tsx';
import { signInTexts } from './sign-in.texts.ts';
import { useSignIn } from './use-sign-in.ts';

interface FirstPerson {
  name: string;
  username: string;
  password: string;
}

/** What the one-time link opens: makes the first person of a new store. */
export function SetUpPage() {
  const t = useTexts(signInTexts);
  const text = useText();
  const [search] = useSearchParams();
  const token = search.get('token') ?? '';
  const signIn = useSignIn();
  return (
    <SignInFrame title={t('setUpTitle')}>
      {token === '' ? (
        <EmptyState
          title={t('linkBroken')}
          help={t('linkBrokenHelp')}
          action={
            <Link to="/sign-in">
              <Button>{t('toSignIn')}</Button>
            </Link>
          }
        />
      ) : (
        <>
          <p className="sign-in-note">{t('setUpNote')}</p>
          {signIn.isError ? (
            <p className="sign-in-error" role="alert">
              {text(errorText(signIn.error))}
            </p>
          ) : null}
          <Form<FirstPerson>
            layout="vertical"
            requiredMark={false}
            onFinish={(person) =>
              signIn.mutate({ path: '/session/set-up', body: { ...person, name: person.name.trim(), token } })
            }
          >
            <Form.Item
              name="name"
              label={t('name')}
              rules={[{ required: true, whitespace: true, message: t('nameNeeded') }]}
            >
              <Input autoComplete="name" maxLength={80} />
            </Form.Item>
            <Form.Item
              name="username"
              label={t('username')}
              extra={t('usernameHelp')}
              rules={[{ required: true, pattern: /^[a-z][a-z0-9._-]{1,39}$/, message: t('usernameHelp') }]}
            >
              <Input autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={40} />
            </Form.Item>
            <Form.Item
              name="password"
              label={t('password')}
              extra={t('newPasswordHelp')}
              rules={[{ required: true, min: 10, message: t('newPasswordHelp') }]}
            >
              <Input.Password autoComplete="new-password" maxLength={200} />
            </Form.Item>
            <Button type="primary" htmlType="submit" block size="large" loading={signIn.isPending}>
              {t('setUp')}
            </Button>
          </Form>
        </>
      )}
    </SignInFrame>
  );
}
