/** A piece of an expression: a fact by its dotted id, a name that is none, a number, or what stands between. */
export interface ExpressionPiece {
  kind: 'fact' | 'name' | 'number' | 'other';
  text: string;
  /** Place in the expression. */
  at: number;
}

/** String literals of CEL (raw and triple-quoted ones too) and comments: nothing in them is a name. */
const quoted =
  /[rRbB]{0,2}("""[^]*?"""|'''[^]*?'''|"(?:\\[^\n]|[^"\\\n])*"|'(?:\\[^\n]|[^'\\\n])*')|\/\/[^\n]*/y;
const name = /[A-Za-z0-9][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*/y;
const plainName = /[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)*/y;
const number = /(?:\d+\.\d+|\d+)(?:[eE][+-]?\d+)?/y;

/**
 * Cuts an expression where facts, names and numbers stand. Facts are written by their ids, hyphens and all
 * (`clock.daysTo.spring-festival`); the longest known id counts, so `order.total-order.discount` is a difference. A name
 * before a bracket is a function, and what follows a point belongs to what stands before it.
 */
export function readExpression(source: string, isFact: (id: string) => boolean): ExpressionPiece[] {
  const pieces: ExpressionPiece[] = [];
  const add = (kind: ExpressionPiece['kind'], text: string, at: number): void => {
    const last = pieces.at(-1);
    if (kind === 'other' && last?.kind === 'other') last.text += text;
    else pieces.push({ kind, text, at });
  };
  let at = 0;
  while (at < source.length) {
    const begins = /[A-Za-z0-9_]/.test(source[at]!) && !/[A-Za-z0-9_.]/.test(source[at - 1] ?? ' ');
    const literal = matchAt(quoted, source, at);
    const fact = begins && literal === '' ? longestFact(matchAt(name, source, at), source, at, isFact) : '';
    const other = begins && literal === '' && fact === '' ? matchAt(plainName, source, at) : '';
    const digits = begins && literal === '' && fact === '' && other === '' ? matchAt(number, source, at) : '';
    if (literal !== '') add('other', literal, at);
    else if (fact !== '') add('fact', fact, at);
    else if (other !== '') add('name', other, at);
    else if (digits !== '') add('number', digits, at);
    else add('other', source[at]!, at);
    at += (literal || fact || other || digits || source[at]!).length;
  }
  return pieces;
}

function matchAt(pattern: RegExp, source: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0] ?? '';
}

/** The longest known fact a name begins with; cut at points and hyphens only, and never the name of a function. */
function longestFact(found: string, source: string, at: number, isFact: (id: string) => boolean): string {
  for (
    let end = found.length;
    end > 0;
    end = Math.max(found.lastIndexOf('.', end - 1), found.lastIndexOf('-', end - 1))
  ) {
    const id = found.slice(0, end);
    if (id.includes('.') && isFact(id) && !/^\s*\(/.test(source.slice(at + end))) return id;
  }
  return '';
}
