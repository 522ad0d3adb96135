import type { z } from 'zod';
import { events } from '../../choices/events.ts';
import {
  defineBlock,
  type BlockContext,
  type BlockDefinition,
  type BlockExample,
} from '../../define/block.ts';
import type { SentenceContext } from '../../define/sentence.ts';
import type { Text } from '../../schema/text.ts';
import { valueWord, words } from '../../sentences/segments.ts';

interface SourceTrigger<Params extends z.ZodType> {
  kind: string;
  help: Text;
  params: Params;
  initial: Record<string, unknown>;
  /** What `event.source` is when it is this one that is meant. */
  source: (params: z.output<Params>, context: BlockContext) => string;
  /** What it gives, where that depends on the params. */
  subject?: (params: z.output<Params>) => BlockDefinition['subject'];
  /** 「每天 08:30」, put in front of the event. */
  says: (params: z.output<Params>, context: SentenceContext) => string;
  examples: readonly BlockExample[];
}

/** A trigger that listens to one source of an event: a time, a season, a kind of alert. */
export function sourceTrigger<Params extends z.ZodType>(given: SourceTrigger<Params>): BlockDefinition {
  const own = events.find(({ value }) => value === given.kind);
  if (own === undefined) throw new Error(`${given.kind} is no event`);
  return defineBlock({
    kind: given.kind,
    version: 1,
    category: 'trigger',
    label: own.label,
    help: given.help,
    subject: own.subject,
    needs: [given.kind],
    ports: () => [{ id: 'next', label: { zh: '然后', en: 'then' }, unconnected: 'nothing' }],
    params: given.params,
    initial: given.initial,
    compile: (params, context) => {
      const subject = given.subject?.(params);
      const source = given.source(params, context);
      return { role: 'trigger', events: [given.kind], source, ...(subject === undefined ? {} : { subject }) };
    },
    sentence: (params, context) =>
      context.language === 'zh'
        ? [valueWord(given.says(params, context)), words(`${own.clause.zh.replace(/^到点$/, '')}时`)]
        : [words('When '), words(`${own.clause.en}: `), valueWord(given.says(params, context))],
    examples: given.examples,
  });
}
