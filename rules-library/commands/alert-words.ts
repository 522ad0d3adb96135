import type { Segment, SentenceContext } from '../define/sentence.ts';
import { alertLevels } from '../choices/alert-levels.ts';
import { roles } from '../choices/roles.ts';
import { labelOfChoice } from '../sentences/format-fact.ts';
import { minutesText } from '../sentences/format-number.ts';
import { paramSegments } from '../sentences/param.ts';
import { joined, joinWord, listText, operatorWord, valueWord, words } from '../sentences/segments.ts';

/** 「向 销售 发出预警（紧急）：订单 {订单号} …，可按「解除挂起」，30 分钟没人回应再发给 管理」. */
export function alertWords(
  { to, level, text, buttons, answerWithin, thenTo }: Record<string, unknown>,
  context: SentenceContext,
): Segment[] {
  const { language } = context;
  const zh = language === 'zh';
  const whom = joined(
    listOf(to).map((one) => recipientWords(one, context)),
    joinWord(zh ? '、' : ', '),
  );
  const how = typeof level === 'string' ? labelOfChoice(alertLevels, level, language) : undefined;
  const urgency = how === undefined ? '' : zh ? `（${how}）` : ` (${how.toLowerCase()})`;
  const names = listOf(buttons).map(({ name }) => {
    const label = typeof name === 'string' ? (context.labelOfCommand(name)?.[language] ?? name) : '';
    return zh ? `「${label}」` : `"${label}"`;
  });
  return [
    ...(zh
      ? [words('向 '), ...whom, words(' '), operatorWord('发出预警')]
      : [operatorWord('Alert'), words(' '), ...whom]),
    ...(urgency === '' ? [] : [words(urgency)]),
    words(zh ? '：' : ': '),
    ...paramSegments(text, context, { field: 'text-with-facts' }),
    ...(names.length === 0
      ? []
      : [words(zh ? '，可按' : ', with the button '), valueWord(listText(names, language, 'or'))]),
    ...limitWords(answerWithin, listOf(thenTo), context),
  ];
}

/** 「，30 分钟没人回应再发给 管理」. */
function limitWords(
  minutes: unknown,
  next: readonly Record<string, unknown>[],
  context: SentenceContext,
): Segment[] {
  if (typeof minutes !== 'number') return [];
  const zh = context.language === 'zh';
  const within = valueWord(minutesText(minutes, context.language));
  const whom = joined(
    next.map((one) => recipientWords(one, context)),
    joinWord(zh ? '、' : ', '),
  );
  if (next.length === 0)
    return zh ? [words('，'), within, words('内要回应')] : [words(', to be answered within '), within];
  return zh
    ? [words('，'), within, words('没人回应再发给 '), ...whom]
    : [words(', unanswered after '), within, words(' then to '), ...whom];
}

function recipientWords(
  { role, person, warehouse }: Record<string, unknown>,
  { language, nameOf }: SentenceContext,
): Segment[] {
  if (typeof person === 'string') return [valueWord(nameOf('person', person)?.[language] ?? person)];
  const label = typeof role === 'string' ? labelOfChoice(roles, role, language) : '';
  if (typeof warehouse !== 'string') return [valueWord(label)];
  const at = nameOf('warehouses', warehouse)?.[language] ?? warehouse;
  return [valueWord(language === 'zh' ? `${at} ${label}` : `${label} at ${at}`)];
}

function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value)
    ? value.filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null)
    : [];
}
