import { conditionOfCell, type TableCell } from '../../../rules-library/blocks/compute/table-cell.ts';
import { vocabulary } from '../../../rules-library/index.ts';
import type { Scalar } from '../../../rules-library/schema/condition.ts';
import type { Flow } from '../../../rules-library/schema/flow.ts';
import type { Language } from '../../../rules-library/schema/text.ts';
import { plainText, sentenceOfCondition } from '../../../rules-library/sentences/index.ts';
import { companyZone } from '../../design/zone.ts';
import type { Column } from '../model/table.ts';
import { valueText } from './write-cell.ts';

/** What a filled cell says, in the words of all sentences: 「客户等级 是 金级 或 银级」. */
export function cellWords(
  column: Column,
  cell: TableCell,
  head: string,
  flow: Flow,
  language: Language,
): string {
  if (column.role === 'output') return `${head} = ${valueText(cell as Scalar, column.kind, language)}`;
  const condition = conditionOfCell(cell, column.input.fact, 'cell');
  return plainText(sentenceOfCondition(condition, language, vocabulary, { flow, zone: companyZone() }));
}
