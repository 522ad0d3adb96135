import { useQuery } from '@tanstack/react-query';
import { signInOptionsSchema } from '../../rules-library/contract/session.ts';
import { call } from '../api/client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { errorText } from '../api/api-error.ts';
import { EmptyState } from '../design/parts/empty-state.tsx';
import { ErrorState } from '../design/parts/error-state.tsx';
import { Skeleton } from '../design/parts/skeleton.tsx';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { DemoPeople } from './demo-people.tsx';
import { PasswordForm } from './password-form.tsx';
import { SignInFrame } from './sign-in-frame.tsx';
import { signInTexts } from './sign-in.texts.ts';
import { useSignIn } from './use-sign-in.ts';

/** Who are you: one click on a demo store, name and password elsewhere. */
export function SignInPage() {
  const t = useTexts(signInTexts);
  const text = useText();
  const options = useQuery({
    queryKey: queryKeys.signInOptions,
    queryFn: ({ signal }) => call({ path: '/session/options', answer: signInOptionsSchema, signal }),
    staleTime: 60_000,
  });
  const signIn = useSignIn();
  return (
    <SignInFrame title={t('title')}>
      {options.isPending ? (
        <Skeleton rows={3} height={52} />
      ) : options.isError ? (
        <ErrorState error={options.error} onRetry={() => void options.refetch()} />
      ) : options.data.setUpNeeded ? (
        <EmptyState title={t('needsSetUpTitle')} help={t('needsSetUp')} />
      ) : (
        <>
          {signIn.isError ? (
            <p className="sign-in-error" role="alert">
              {text(errorText(signIn.error))}
            </p>
          ) : null}
          {options.data.people.length === 0 ? null : (
            <DemoPeople
              people={options.data.people}
              entering={signIn.isPending ? signIn.variables.body.username : undefined}
              onChoose={(body) => signIn.mutate({ path: '/session', body })}
            />
          )}
          <PasswordForm
            busy={signIn.isPending}
            onSubmit={(body) => signIn.mutate({ path: '/session', body })}
          />
        </>
      )}
    </SignInFrame>
  );
}
