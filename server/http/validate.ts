import type { z } from 'zod';
import { explainIssue } from '../../rules-library/schema/explain-issue.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import { badInput } from './request-error.ts';

const mostIssues = 20;

export interface Issue {
  /** `lines[0].sku`; empty for the whole body. */
  path: string;
  /** With the place in front: stands alone. */
  message: Text;
}

/** The first problems of a value that its schema refused, in words. */
export function issuesOf(error: z.ZodError): Issue[] {
  return error.issues.slice(0, mostIssues).map((issue) => {
    const { path, message } = explainIssue(issue);
    const place = path.slice(0, 200);
    return {
      path: place,
      message: {
        zh: place === '' ? `内容${message.zh}` : `${place}：${message.zh}`,
        en: place === '' ? `The content ${message.en}` : `${place} ${message.en}`,
      },
    };
  });
}

/** The value as its schema reads it; throws 400 with the first problem in words and all of them in `details.issues`. */
export function validate(schema: z.ZodType, value: unknown): unknown {
  const read = schema.safeParse(value, { reportInput: true });
  if (read.success) return read.data;
  const issues = issuesOf(read.error);
  const first = issues[0];
  throw badInput(
    first?.message ?? { zh: '内容不符合要求。', en: 'The content is not as required.' },
    first?.path === '' ? undefined : first?.path,
    { issues },
  );
}
