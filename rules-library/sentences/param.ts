import type { z } from 'zod';
import type { ParamUi } from '../define/block.ts';
import type { Segment, SentenceContext } from '../define/sentence.ts';
import type { Choice } from '../define/fact.ts';
import { drawnTextSegments } from './fill-text.ts';
import { formatFact, labelOfChoice } from './format-fact.ts';
import { minutesText } from './format-number.ts';
import { momentOf, timeText } from './format-time.ts';
import { labelOfFact } from './label-of-fact.ts';
import { factWord, joined, listText, operatorWord, valueWord, words } from './segments.ts';

interface ParamHints {
  options?: readonly Choice[];
  field?: string;
}

/** One value of an action's input as drawn: a constant, a fact, so many minutes from now, or a text with placeholders. */
export function paramSegments(value: unknown, context: SentenceContext, hints: ParamHints = {}): Segment[] {
  const { language, zone } = context;
  if (isRecord(value)) {
    if (typeof value.fact === 'string') return [factWord(labelOfFact(value.fact, context))];
    if (typeof value.inMinutes === 'number') {
      const text = minutesText(value.inMinutes, language);
      return [valueWord(language === 'zh' ? `${text}后` : `in ${text}`)];
    }
    if (typeof value.zh === 'string' && typeof value.en === 'string') {
      return drawnTextSegments({ zh: value.zh, en: value.en }, context);
    }
    return [valueWord(JSON.stringify(value))];
  }
  if (Array.isArray(value)) {
    const texts = value.map((one) =>
      typeof one === 'string'
        ? labelOfChoice(hints.options, one, language)
        : formatFact(undefined, one, language, zone),
    );
    return [valueWord(listText(texts, language))];
  }
  if (hints.field === 'time') {
    const at = momentOf(value);
    if (at !== undefined) return [valueWord(timeText(at, zone))];
  }
  if (hints.field === 'text-with-facts' && typeof value === 'string')
    return drawnTextSegments(value, context);
  if (typeof value === 'string') return [valueWord(labelOfChoice(hints.options, value, language))];
  return [valueWord(formatFact(undefined, value, language, zone))];
}

/** 「挂起订单：卡点 信用超限，…」 from the labels of an input's fields, for commands that say nothing of their own. */
export function inputSegments(
  label: string,
  schema: z.ZodType,
  input: Record<string, unknown>,
  context: SentenceContext,
): Segment[] {
  const { language } = context;
  const shape = 'shape' in schema ? (schema.shape as Record<string, z.ZodType>) : {};
  const parts = Object.entries(input).flatMap(([name, value]) => {
    const hints = (shape[name]?.meta() as { ui?: ParamUi } | undefined)?.ui;
    if (hints === undefined || value === undefined) return [];
    return [[words(`${hints.label[language]} `), ...paramSegments(value, context, hints)]];
  });
  const head = operatorWord(label);
  if (parts.length === 0) return [head];
  const [colon, comma] = language === 'zh' ? ['：', '，'] : [': ', ', '];
  return [head, words(colon), ...joined(parts, words(comma))];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
