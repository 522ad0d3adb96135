import { Button, Tooltip, type ButtonProps } from 'antd';
import { useState } from 'react';
import type { Text } from '../../rules-library/schema/text.ts';
import type { Pressed } from '../api/press.ts';
import { useText } from '../i18n/use-texts.ts';
import { usePresses } from './press-context.ts';
import type { PressRequest } from './press-request.ts';

export interface PressButtonProps extends PressRequest {
  type?: ButtonProps['type'];
  danger?: boolean;
  size?: ButtonProps['size'];
  /** It would be refused now: grey, and why on hover or tap. */
  why?: Text | undefined;
  /** It was pressed: what stood open around it may close. */
  onTaken?: (() => void) | undefined;
  onDone?: (pressed: Pressed) => void;
}

/** One button of the product. Shows at once that the press was taken. */
export function PressButton({
  type = 'default',
  danger,
  size,
  why,
  onTaken,
  onDone,
  ...request
}: PressButtonProps) {
  const text = useText();
  const { start } = usePresses();
  const [taken, setTaken] = useState(false);
  const press = async (): Promise<void> => {
    setTaken(true);
    onTaken?.();
    try {
      const pressed = await start(request);
      if (pressed !== null) onDone?.(pressed);
    } finally {
      setTaken(false);
    }
  };
  const button = (
    <Button
      type={type}
      {...(danger === undefined ? {} : { danger })}
      {...(size === undefined ? {} : { size })}
      loading={taken}
      // Stays focusable, so that the reason can be read by keyboard too.
      aria-disabled={why !== undefined}
      className={why === undefined ? '' : 'press-refused'}
      data-button={request.name}
      onClick={() => (why === undefined ? void press() : undefined)}
    >
      {text(request.label)}
    </Button>
  );
  return why === undefined ? (
    button
  ) : (
    <Tooltip title={text(why)} trigger={['hover', 'focus', 'click']}>
      {button}
    </Tooltip>
  );
}
