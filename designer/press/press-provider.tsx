import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { errorText } from '../api/api-error.ts';
import { newIdempotencyKey } from '../api/idempotency-key.ts';
import { press, type Pressed, type PressInput } from '../api/press.ts';
import { currentLanguage } from '../i18n/language.ts';
import { carryOut, type PressTools } from './carry-out.ts';
import { PressContext, type Presses } from './press-context.ts';
import type { PressRequest } from './press-request.ts';
import { PressSheet } from './press-sheet.tsx';
import { RefusalSheet, type Refused } from './refusal-sheet.tsx';
import { Told } from './told.tsx';

interface Asked {
  request: PressRequest;
  /** Names the form while it is open. */
  id: string;
  /** Of the press to be sent; a refusal that was cured is another press. */
  key: string;
  done: (pressed: Pressed | null) => void;
}

const toldSeconds = { plain: 4, withMore: 10, failed: 6 };

/** Carries out presses for the screens below: the form, the word of what was done with undo, the refusal with its ways round. */
export function PressProvider({ children }: { children: ReactNode }) {
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);

  const tools = useMemo<PressTools>(
    () => ({
      async send(input: PressInput, key: string) {
        const pressed = await press(input, key);
        // Whatever it changed is read anew: lists, the order, its buttons.
        void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
        return pressed;
      },
      ask: (request, key) => new Promise((done) => setAsked({ request, id: key, key, done })),
      tell(pressed, undo) {
        const close = message.open({
          type: 'pending' in pressed ? 'info' : 'success',
          // What can be taken back stays until it cannot; the button closes it, and so does its cross.
          duration: undo !== undefined ? 0 : 'pending' in pressed ? toldSeconds.withMore : toldSeconds.plain,
          content: (
            <Told
              text={pressed.text}
              undo={undo}
              onSeeWaiting={'pending' in pressed ? () => void navigate('/inbox?show=sent') : undefined}
              onClose={() => close()}
            />
          ),
        });
      },
      refuse: (request, error) => setRefused({ request, error }),
      fail: (error) => void message.error(errorText(error)[currentLanguage()], toldSeconds.failed),
    }),
    [message, queryClient, navigate],
  );
  const presses = useMemo<Presses>(() => ({ start: (request) => carryOut(request, tools) }), [tools]);
  return (
    <PressContext value={presses}>
      {children}
      {asked === null ? null : (
        <PressSheet
          key={asked.id}
          request={asked.request}
          onCured={() => setAsked({ ...asked, key: newIdempotencyKey() })}
          onSend={(input) => tools.send(input, asked.key)}
          onDone={(pressed) => {
            asked.done(pressed);
            setAsked(null);
          }}
        />
      )}
      {refused === null ? null : <RefusalSheet refused={refused} onClose={() => setRefused(null)} />}
    </PressContext>
  );
}
