import type { Segment, SentenceContext } from '../define/sentence.ts';
import { holdCodes } from '../choices/hold-codes.ts';
import { atUntils } from '../choices/at-untils.ts';
import { holdBlocks } from '../choices/hold-blocks.ts';
import { paramSegments } from '../sentences/param.ts';
import { factWord, operatorWord, valueWord, words } from '../sentences/segments.ts';

/** 「挂起订单：信用超限，挡住 放单、发货，只涉及命中的明细，预计 2 小时后 解卡」. */
export function holdWords(
  { code, blocks, lines, until, atUntil }: Record<string, unknown>,
  context: SentenceContext,
): Segment[] {
  const { language } = context;
  const zh = language === 'zh';
  return [
    operatorWord(zh ? '挂起订单' : 'Hold the order'),
    words(zh ? '：' : ': '),
    ...paramSegments(code, context, { options: holdCodes }),
    ...(blocks === undefined
      ? []
      : [words(zh ? '，挡住' : ', blocks '), ...paramSegments(blocks, context, { options: holdBlocks })]),
    ...linesWords(lines, context),
    ...(until === undefined
      ? []
      : [
          words(zh ? '，预计 ' : ', expected until '),
          ...paramSegments(until, context, { field: 'time' }),
          words(zh ? ' 解卡' : ''),
        ]),
    ...(atUntil === undefined
      ? []
      : [words(zh ? '，到时 ' : ', then '), ...paramSegments(atUntil, context, { options: atUntils })]),
  ];
}

function linesWords(lines: unknown, context: SentenceContext): Segment[] {
  const zh = context.language === 'zh';
  if (lines === undefined || lines === 'all') return [];
  if (lines === 'matched') {
    return zh
      ? [words('，只涉及'), factWord('命中的明细')]
      : [words(', only for '), factWord('the lines that were met')];
  }
  if (Array.isArray(lines)) {
    return zh
      ? [words('，只涉及 '), valueWord(`${lines.length} 行`)]
      : [words(', only for '), valueWord(`${lines.length} ${lines.length === 1 ? 'line' : 'lines'}`)];
  }
  return [words(zh ? '，只涉及 ' : ', only for '), ...paramSegments(lines, context)];
}
