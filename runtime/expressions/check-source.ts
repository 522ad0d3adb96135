import type { FactType } from '../../rules-library/define/fact.ts';
import { readExpression, type ExpressionPiece } from '../../rules-library/expressions/read-expression.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import { common, kindNames, kindOfType, type Kind } from './kind.ts';
import { kindOfTree, Unfit } from './kind-of-tree.ts';
import { parseExpression, variable } from './language.ts';

export interface ReadExpression {
  /** The expression with facts by number and numbers as CEL's doubles. */
  cel: string;
  facts: { id: string; kind: Kind }[];
}

/** What is wrong with an expression, in words, and where in its source: from, to (not included). */
export interface ExpressionError {
  code: 'unknown-fact' | 'expression';
  text: Text;
  from: number;
  to: number;
}

/** What an expression may name. */
export interface ExpressionScope {
  /** Whether there is a fact of this id. */
  has: (id: string) => boolean;
  /** Its type; undefined where it has none. */
  typeOf: (id: string) => FactType | undefined;
}

/**
 * An expression as drawn, checked: its facts have to exist, units have to fit one another and the type it is to give. Never throws:
 * the first thing that does not fit is told with its place.
 */
export function checkSource(
  source: string,
  type: FactType,
  scope: ExpressionScope,
): { read: ReadExpression } | { error: ExpressionError } {
  const pieces = readExpression(source, scope.has);
  const ids = [...new Set(pieces.flatMap(({ kind, text }) => (kind === 'fact' ? [text] : [])))];
  const facts = ids.map((id) => ({ id, kind: kindOfType(scope.typeOf(id)) }));
  const wrong = (text: Text, from = 0, to = source.length): { error: ExpressionError } => ({
    error: { code: 'expression', text, from, to },
  });
  const stranger = pieces.find((piece, index) => piece.kind === 'name' && !isWord(piece, pieces[index + 1]));
  if (stranger !== undefined) {
    const { text, at } = stranger;
    return { error: { code: 'unknown-fact', text: noFact(text), from: at, to: at + text.length } };
  }
  const texts = pieces.map(({ kind, text }) => written(kind, text, ids));
  const cel = texts.join('');
  try {
    const parsed = parseExpression(
      cel,
      facts.map(({ kind }) => kind),
    );
    const gives = kindOfTree(parsed.tree, (name) => facts[Number(name.slice(1))]!.kind);
    if (common(gives, kindOfType(type)) === undefined) return wrong(otherType(gives, kindOfType(type)));
    return parsed.wrong === undefined ? { read: { cel, facts } } : wrong(malformed);
  } catch (error) {
    const place = error instanceof Unfit ? error.place : placeOfSyntax(error);
    const [from, to] =
      place === undefined ? [0, source.length] : inSource(place, pieces, texts, source.length);
    const word = error instanceof Unfit ? undefined : wordAt(source, from);
    if (word !== undefined)
      return { error: { code: 'unknown-fact', text: noFact(word), from, to: from + word.length } };
    return wrong(error instanceof Unfit ? error.text : malformed, from, to);
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

/** A word of another script, which CEL knows no names in: somebody means business data by it. */
function wordAt(source: string, at: number): string | undefined {
  const word = /^[\p{L}\p{N}_]+/u.exec(source.slice(at))?.[0];
  return word !== undefined && /\P{ASCII}/u.test(word) ? word : undefined;
}

interface Place {
  start: number;
  end: number;
}

/** Where the reader of CEL stumbled. */
function placeOfSyntax(error: unknown): Place | undefined {
  const node = (error as { node?: { start?: unknown; end?: unknown } } | null)?.node;
  return typeof node?.start === 'number' && typeof node.end === 'number'
    ? { start: node.start, end: Math.max(node.end, node.start + 1) }
    : undefined;
}

/** A place of the written expression in the source: facts and numbers are longer or shorter there. */
function inSource(
  { start, end }: Place,
  pieces: readonly ExpressionPiece[],
  texts: readonly string[],
  length: number,
): [number, number] {
  const placeOf = (at: number, isEnd: boolean): number => {
    let before = 0;
    for (const [index, { at: begins, text }] of pieces.entries()) {
      const size = texts[index]!.length;
      const within = at - before;
      if (isEnd ? within <= size : within < size) {
        if (texts[index] === text) return begins + within;
        return isEnd ? begins + text.length : begins;
      }
      before += size;
    }
    return length;
  };
  const from = Math.min(placeOf(start, false), Math.max(0, length - 1));
  return [from, Math.max(from + 1, placeOf(end, true))];
}

function noFact(name: string): Text {
  return {
    zh: `没有「${name}」这项业务数据，请重新选择`,
    en: `There is no business data "${name}"; choose again`,
  };
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
