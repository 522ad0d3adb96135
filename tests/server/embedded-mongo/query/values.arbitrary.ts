import {
  Binary,
  BSONRegExp,
  Code,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
  UUID,
} from 'bson';
import fc from 'fast-check';

export const int = (value: number): Int32 => new Int32(value);
export const double = (value: number): Double => new Double(value);
export const long = (value: bigint | number): Long => Long.fromBigInt(BigInt(value));
export const decimal = (text: string): Decimal128 => Decimal128.fromString(text);

const integers = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const decimals = fc
  .tuple(
    fc.bigInt({ min: -(10n ** 34n) + 1n, max: 10n ** 34n - 1n }),
    fc.oneof(fc.integer({ min: -40, max: 5 }), fc.integer({ min: -6100, max: 6000 })),
  )
  .map(([coefficient, exponent]) => decimal(`${coefficient}E${exponent}`));

/** Numbers a rounding comparison would get wrong: beyond 2^53, between two doubles, too large or too small for a double. */
const awkward = fc.constantFrom(
  double(NaN),
  double(-0),
  double(0),
  int(0),
  double(Infinity),
  double(-Infinity),
  double(Number.MAX_VALUE),
  double(Number.MIN_VALUE),
  double(-Number.MIN_VALUE),
  double(0.1),
  decimal('0.1'),
  decimal('0.10'),
  decimal('NaN'),
  decimal('Infinity'),
  decimal('-Infinity'),
  decimal('1E+400'),
  decimal('-1E+400'),
  decimal('1E-400'),
  decimal('-1E-400'),
  decimal('2E-400'),
  long(2n ** 53n),
  long(2n ** 53n + 1n),
  double(2 ** 53),
  double(2 ** 53 + 2),
  decimal('9007199254740993'),
  decimal('9007199254740992.5'),
  long(2n ** 63n - 1n),
  double(2 ** 63),
  long(-(2n ** 63n)),
  double(-(2 ** 63)),
);

export const numbers = fc.oneof(
  fc.integer().map(int),
  fc.double().map(double),
  integers.map(long),
  decimals,
  awkward,
  // The same small values in every type, so that equal numbers of different types do meet.
  fc
    .integer({ min: -3, max: 3 })
    .chain((n) => fc.constantFrom(int(n), double(n), long(n), decimal(String(n)))),
  fc
    .double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 })
    .map((n) => decimal(n.toPrecision(17))),
);

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.string({
    unit: fc.constantFrom('a', 'b', '\0', '\u0001', '单', '\uffee', '😀', '\ue000'),
    maxLength: 4,
  }),
);
const fieldNames = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '单', '_'), minLength: 1, maxLength: 2 });
const bytes = fc.uint8Array({ maxLength: 5 });

const scalars: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: numbers },
  { weight: 4, arbitrary: texts },
  fc.constantFrom(null, undefined, true, false, new MinKey(), new MaxKey()),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((id) => new ObjectId(id)),
  fc.date({ noInvalidDate: true }),
  fc.tuple(bytes, fc.constantFrom(0, 3, 128)).map(([data, subtype]) => new Binary(data, subtype)),
  fc.uuid().map((id) => new UUID(id)),
  fc.tuple(fc.nat(), fc.nat()).map(([t, i]) => new Timestamp({ t, i })),
  fc
    .tuple(texts, fc.constantFrom('', 'i', 'im'))
    .map(([source, flags]) => new BSONRegExp(source.replaceAll('\0', ''), flags)),
  texts.map((code) => new Code(code)),
);

/** Any BSON value in use, nested up to three levels. */
export const values: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 5, arbitrary: scalars },
    { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 3 }) },
    { weight: 1, arbitrary: fc.dictionary(fieldNames, tie('value'), { maxKeys: 3, noNullPrototype: true }) },
  ),
})).value;
