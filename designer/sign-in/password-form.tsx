import { Button, Form, Input } from 'antd';
import { useTexts } from '../i18n/use-texts.ts';
import { signInTexts } from './sign-in.texts.ts';

interface Credentials {
  username: string;
  password: string;
}

/** Name and password. */
export function PasswordForm({
  busy,
  onSubmit,
}: {
  busy: boolean;
  onSubmit: (credentials: Credentials) => void;
}) {
  const t = useTexts(signInTexts);
  return (
    <Form<Credentials> layout="vertical" requiredMark={false} onFinish={onSubmit}>
      <Form.Item
        name="username"
        label={t('username')}
        rules={[{ required: true, whitespace: true, message: t('usernameNeeded') }]}
      >
        <Input autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={80} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('password')}
        rules={[{ required: true, message: t('passwordNeeded') }]}
      >
        <Input.Password autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block size="large" loading={busy}>
        {t('signIn')}
      </Button>
    </Form>
  );
}
