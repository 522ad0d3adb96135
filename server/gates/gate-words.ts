import type { GateCure, GateReason } from '../../rules-library/contract/gates.ts';
import { vocabulary } from '../../rules-library/index.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { StoredEffect } from '../decisions/decision.ts';

/** Why the rules stop the button, each reason once, in the order of the rules. */
export function reasonsOf(denials: readonly StoredEffect[]): GateReason[] {
  return denials.map(({ input, rule }) => ({
    code: String(input.code),
    text: textOf(input.text),
    rule: rule === '' ? null : rule,
  }));
}

/**
 * The buttons that clear the way: those the rules name, where this build has them, each once; at last letting it pass this
 * once, which somebody may always decide with a reason.
 */
export function curesOf(denials: readonly StoredEffect[], order: string, command: string): GateCure[] {
  const subject = `order:${order}`;
  const named = denials.flatMap(({ input }) => (Array.isArray(input.cures) ? (input.cures as Cure[]) : []));
  const cures = named.flatMap(({ name, target = subject, input = {} }): GateCure[] =>
    vocabulary.commands.get(name)?.button === true ? [{ name, target, input }] : [],
  );
  cures.push({ name: 'override-gate', target: subject, input: { gate: command } });
  return [...new Map(cures.map((cure) => [JSON.stringify(cure), cure])).values()];
}

/** 「放单」被拦下：… */
export function stoppedText(label: Text, reasons: readonly GateReason[]): Text {
  return {
    zh: `「${label.zh}」被拦下：${reasons.map(({ text }) => text.zh).join('；')}`,
    en: `"${label.en}" is stopped: ${reasons.map(({ text }) => text.en).join('; ')}`,
  };
}

interface Cure {
  name: string;
  target?: string;
  input?: Record<string, unknown>;
}

/** Words in one language stand for both. */
function textOf(text: unknown): Text {
  if (typeof text === 'string') return { zh: text, en: text };
  const { zh, en } = text as Text;
  return { zh: zh.trim() === '' ? en : zh, en: en.trim() === '' ? zh : en };
}
