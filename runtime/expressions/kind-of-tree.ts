import type { ASTNode } from '@marcbachmann/cel-js';
import type { Text } from '../../rules-library/schema/text.ts';
import { longestPattern, patternOf } from '../../rules-library/operators/pattern.ts';
import { expressionFunctions } from './functions.ts';
import { common, isAmount, kindNames, type Kind } from './kind.ts';

/** Thrown inside: the first thing in an expression that does not fit, in words. */
export class Unfit extends Error {
  /** Where in the expression it stands. */
  place: { start: number; end: number } | undefined;

  constructor(readonly text: Text) {
    super(text.en);
  }
}

/** Methods of text; they run in linear time. */
const textMethods = new Set(['startsWith', 'endsWith', 'contains']);

/** What an expression gives, units looked at: money is not added to a duration. Throws `Unfit` for what does not fit. */
export function kindOfTree(tree: ASTNode, kindOfFact: (name: string) => Kind): Kind {
  try {
    return kindOfNode(tree, kindOfFact);
  } catch (error) {
    // The innermost part that does not fit is the one to mend.
    if (error instanceof Unfit) error.place ??= { start: tree.start, end: tree.end };
    throw error;
  }
}

function kindOfNode(tree: ASTNode, kindOfFact: (name: string) => Kind): Kind {
  const kind = (node: ASTNode): Kind => kindOfTree(node, kindOfFact);
  switch (tree.op) {
    case 'id':
      return kindOfFact(tree.args);
    case 'value':
      return kindOfLiteral(tree.args);
    case '+':
    case '-':
      return sum(tree.op, kind(tree.args[0]), kind(tree.args[1]));
    case '*':
      return product(kind(tree.args[0]), kind(tree.args[1]));
    case '/':
      return quotient(kind(tree.args[0]), kind(tree.args[1]));
    case '<':
    case '<=':
    case '>':
    case '>=':
    case '==':
    case '!=':
      return compared(tree.op, kind(tree.args[0]), kind(tree.args[1]));
    case '&&':
    case '||':
      needYesNo(kind(tree.args[0]));
      return needYesNo(kind(tree.args[1]));
    case '!_':
      return needYesNo(kind(tree.args));
    case '-_':
      return needAmount(kind(tree.args));
    case '?:': {
      needYesNo(kind(tree.args[0]));
      const [one, other] = [kind(tree.args[1]), kind(tree.args[2])];
      return alike(one, other);
    }
    case 'in':
      return memberOf(tree.args[0], tree.args[1], kind);
    case 'list':
      tree.args.map(kind).reduce((one, other) => alike(one, other), 'any');
      return 'list';
    case 'call':
      return called(tree.args[0], tree.args[1], kind);
    case 'rcall':
      return method(tree.args[0], tree.args[1], tree.args[2], kind);
    case '%':
    case '.':
    case '.?':
    case '[]':
    case '[?]':
    case 'map':
      throw new Unfit({
        zh: `表达式里不能用「${tree.op}」`,
        en: `"${tree.op}" cannot be used in an expression`,
      });
  }
}

function kindOfLiteral(value: unknown): Kind {
  if (typeof value === 'number') return 'constant';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'yes-no';
  throw new Unfit({
    zh: '表达式里只能写数字、文字、true 和 false',
    en: 'an expression holds numbers, text, true and false',
  });
}

function alike(one: Kind, other: Kind): Kind {
  return common(one, other) ?? unlike(one, other);
}

function unlike(one: Kind, other: Kind): never {
  const [a, b] = [kindNames[one], kindNames[other]];
  throw new Unfit({
    zh: `${a.zh}和${b.zh}不能放在一起算，请先换算`,
    en: `${a.en} and ${b.en} cannot be put together; convert one first`,
  });
}

function sum(op: '+' | '-', one: Kind, other: Kind): Kind {
  if (op === '+' && one === 'text' && other === 'text') return 'text';
  if (one === 'time' || other === 'time') {
    throw new Unfit({
      zh: '时间之间请用 minutesBetween(早, 晚) 或 hoursBetween，加时长请用 addMinutes(时间, 分钟)',
      en: 'take minutesBetween(from, to) or hoursBetween for times, and addMinutes(time, minutes) to add to one',
    });
  }
  needAmount(one);
  needAmount(other);
  return alike(one, other);
}

/** One of two factors is a plain number: money times money is nothing. */
function product(one: Kind, other: Kind): Kind {
  needAmount(one);
  needAmount(other);
  if (isPlain(one)) return one === 'constant' || other !== 'constant' ? other : one;
  if (isPlain(other)) return one;
  if (one === 'any' || other === 'any') return 'any';
  if (one === 'percent' || other === 'percent') {
    throw new Unfit({
      zh: '百分之几请用 percentOf(金额, 百分比)',
      en: 'take percentOf(amount, percent) for so many percent of it',
    });
  }
  return unlike(one, other);
}

function quotient(one: Kind, other: Kind): Kind {
  needAmount(one);
  needAmount(other);
  if (isPlain(other)) return one === 'constant' ? other : one;
  if (one === other) return 'number';
  if (one === 'any' || other === 'any') return 'any';
  return unlike(one, other);
}

function compared(op: string, one: Kind, other: Kind): Kind {
  const kind = alike(one, other);
  const ordered = op !== '==' && op !== '!=';
  if (kind === 'list' || (ordered && kind === 'yes-no')) {
    throw new Unfit({
      zh: `${kindNames[kind].zh}不能这样比较`,
      en: `${kindNames[kind].en} cannot be compared so`,
    });
  }
  return 'yes-no';
}

function memberOf(entry: ASTNode, list: ASTNode, kind: (node: ASTNode) => Kind): Kind {
  const found = kind(entry);
  if (list.op === 'list') {
    for (const one of list.args) alike(found, kind(one));
  } else if (!['list', 'any'].includes(kind(list))) {
    throw new Unfit({ zh: '「in」的右边要是列表', en: 'what stands right of "in" is a list' });
  }
  return 'yes-no';
}

function called(name: string, args: readonly ASTNode[], kind: (node: ASTNode) => Kind): Kind {
  const known = expressionFunctions.get(name);
  if (known === undefined) {
    throw new Unfit({ zh: `没有「${name}」这个函数`, en: `there is no function "${name}"` });
  }
  const result = known.result(args.map(kind));
  if (result === undefined) {
    throw new Unfit({
      zh: `「${name}」里放的内容不对，写法是 ${known.usage}`,
      en: `"${name}" does not take this; it is written ${known.usage}`,
    });
  }
  if (name === 'matches') needPattern(args[1]!);
  return result;
}

function method(
  name: string,
  receiver: ASTNode,
  args: readonly ASTNode[],
  kind: (node: ASTNode) => Kind,
): Kind {
  if (name === 'matches') {
    throw new Unfit({ zh: '请写成 matches(文字, "格式")', en: 'write matches(text, "pattern")' });
  }
  const fits = [receiver, ...args].every((one) => ['text', 'any'].includes(kind(one)));
  if (!textMethods.has(name) || args.length !== 1 || !fits) {
    throw new Unfit({ zh: `不能用「.${name}」`, en: `".${name}" cannot be used here` });
  }
  return 'yes-no';
}

/** A pattern stands in the drawing, so that it is read before anything runs. */
function needPattern(pattern: ASTNode): void {
  const good =
    pattern.op === 'value' &&
    typeof pattern.args === 'string' &&
    pattern.args.length <= longestPattern &&
    patternOf(pattern.args) !== null;
  if (good) return;
  throw new Unfit({
    zh: '格式写法不对或太长，请检查',
    en: 'the pattern is not well formed or too long; check it',
  });
}

function isPlain(kind: Kind): boolean {
  return kind === 'number' || kind === 'constant';
}

function needAmount(kind: Kind): Kind {
  if (isAmount(kind)) return kind;
  throw new Unfit({
    zh: `${kindNames[kind].zh}不能拿来计算`,
    en: `${kindNames[kind].en} cannot be calculated with`,
  });
}

function needYesNo(kind: Kind): Kind {
  if (kind === 'yes-no' || kind === 'any') return 'yes-no';
  throw new Unfit({
    zh: `这里要是「是否」，不能是${kindNames[kind].zh}`,
    en: `yes or no is needed here, not ${kindNames[kind].en}`,
  });
}
