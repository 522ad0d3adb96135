import type { FactType } from '../../rules-library/define/fact.ts';
import { readExpression, type ExpressionPiece } from '../../rules-library/expressions/read-expression.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { SettingsScope } from '../derived/calculation.ts';
import { common, kindNames, kindOfType, type Kind } from './kind.ts';
import { kindOfTree, Unfit } from './kind-of-tree.ts';
import { parseExpression, variable } from './language.ts';

export interface ReadExpression {
  /** The expression with facts by number and numbers as CEL's doubles. */
  cel: string;
  facts: { id: string; kind: Kind }[];
}

/**
 * An expression as drawn, checked: its facts have to exist, units have to fit one another and the type it is to give. Tells what is
 * wrong at the param `expression`; undefined then.
 */
export function readDrawnExpression(
  source: string,
  type: FactType,
  scope: SettingsScope,
): ReadExpression | undefined {
  const pieces = readExpression(source, scope.has);
  const ids = [...new Set(pieces.flatMap(({ kind, text }) => (kind === 'fact' ? [text] : [])))];
  const facts = ids.map((id) => ({ id, kind: kindOfType(scope.fact(id, 'expression')?.type) }));
  const problem = (text: Text): undefined => {
    scope.problem('expression', text, 'expression');
    return undefined;
  };
  const stranger = pieces.find((piece, index) => piece.kind === 'name' && !isWord(piece, pieces[index + 1]));
  if (stranger !== undefined) {
    scope.problem(
      'unknown-fact',
      {
        zh: `没有「${stranger.text}」这项业务数据，请重新选择`,
        en: `There is no business data "${stranger.text}"; choose again`,
      },
      'expression',
    );
    return undefined;
  }
  const cel = pieces.map(({ kind, text }) => written(kind, text, ids)).join('');
  try {
    const { tree, wrong } = parseExpression(
      cel,
      facts.map(({ kind }) => kind),
    );
    const gives = kindOfTree(tree, (name) => facts[Number(name.slice(1))]!.kind);
    if (common(gives, kindOfType(type)) === undefined) return problem(otherType(gives, kindOfType(type)));
    if (wrong !== undefined) return problem(malformed);
    return { cel, facts };
  } catch (error) {
    return problem(error instanceof Unfit ? error.text : malformed);
  }
}

const keywords = new Set(['true', 'false', 'in']);

/** A keyword, or the name of a function before its bracket. */
function isWord({ text }: ExpressionPiece, next: ExpressionPiece | undefined): boolean {
  return keywords.has(text) || (next?.kind === 'other' && next.text.trimStart().startsWith('('));
}

function written(kind: ExpressionPiece['kind'], text: string, ids: readonly string[]): string {
  if (kind === 'fact') return variable(ids.indexOf(text));
  return kind === 'number' && /^\d+$/.test(text) ? `${text}.0` : text;
}

const malformed: Text = {
  zh: '表达式写法不对或太长，请检查括号、引号和运算符',
  en: 'The expression is not well formed or too long; check brackets, quotes and signs',
};

function otherType(gives: Kind, wanted: Kind): Text {
  return {
    zh: `算出来的是${kindNames[gives].zh}，不是${kindNames[wanted].zh}，请改结果类型或表达式`,
    en: `This gives ${kindNames[gives].en}, not ${kindNames[wanted].en}; change the type or the expression`,
  };
}
