import type { ApprovalView } from '../../rules-library/contract/approvals.ts';
import { answer } from '../../rules-library/commands/answer.command.ts';
import { approve } from '../../rules-library/commands/approve.command.ts';
import { askBack } from '../../rules-library/commands/ask-back.command.ts';
import { delegate } from '../../rules-library/commands/delegate.command.ts';
import { reject } from '../../rules-library/commands/reject.command.ts';
import { textOf } from '../i18n/text-of.ts';
import { useText } from '../i18n/use-texts.ts';
import { PressButton } from '../press/press-button.tsx';
import { inboxTexts } from './inbox.texts.ts';

/** What I can press on it; nothing where it does not ask me. */
export function AskingButtons({ asking }: { asking: ApprovalView }) {
  const text = useText();
  const { kind, id, mine, plan, why, choices } = asking;
  if (!mine) return null;
  const target = `${kind}:${id}`;
  if (kind === 'question') {
    if (choices.length === 0) {
      return (
        <PressButton
          name={answer.name}
          label={textOf(inboxTexts, 'reply')}
          target={target}
          type="primary"
          about={asking.text === null ? undefined : text(asking.text)}
        />
      );
    }
    return (
      <span className="asking-buttons">
        {choices.map(({ id: choice, label }) => (
          <PressButton key={choice} name={answer.name} label={label} target={target} input={{ choice }} />
        ))}
      </span>
    );
  }
  const refused = why ?? undefined;
  const seen = plan === null ? {} : { plan };
  const about = asking.subject.label;
  return (
    <span className="asking-buttons">
      <PressButton
        name={approve.name}
        label={approve.label}
        target={target}
        input={seen}
        type="primary"
        why={refused}
      />
      <PressButton
        name={reject.name}
        label={reject.label}
        target={target}
        input={seen}
        danger
        about={about}
        why={refused}
      />
      {asking.state === 'open' ? (
        <>
          <PressButton name={askBack.name} label={askBack.label} target={target} about={about} />
          <PressButton name={delegate.name} label={delegate.label} target={target} about={about} />
        </>
      ) : null}
    </span>
  );
}
