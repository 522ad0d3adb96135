import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson } from '../../../server/http/parse-json.ts';
import { RequestError } from '../../../server/http/request-error.ts';

const limits = { depth: 64, values: 1000 };
const refused = (text: string, over = limits): RequestError => {
  try {
    parseJson(text, over);
  } catch (error) {
    if (error instanceof RequestError) return error;
    throw error;
  }
  throw new Error('was not refused');
};

describe('what may come in as JSON', () => {
  test('ordinary bodies pass unchanged, with or without a byte order mark', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5, noUnicodeString: false }), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!/"(\$|__proto__|constructor|prototype)/.test(text) && !/\\ud|\\u0000/i.test(text));
        expect(parseJson(text, { depth: 64, values: 100_000 })).toEqual(JSON.parse(text));
        expect(parseJson(`\ufeff${text}`, { depth: 64, values: 100_000 })).toEqual(JSON.parse(text));
      }),
      { numRuns: 200 },
    );
  });

  test('64 levels pass, 65 do not, and 40,000 are refused without overflowing', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(() => parseJson(nested(64), limits)).not.toThrow();
    expect(refused(nested(65)).code).toBe('bad-input');
    expect(refused(nested(40_000)).code).toBe('bad-input');
  });

  test.each([
    ['{"a":{"__proto__":{"admin":true}}}', 'a.__proto__'],
    ['{"lines":[{"constructor":1}]}', 'lines[0].constructor'],
    ['{"prototype":1}', 'prototype'],
    ['{"username":{"$ne":null}}', 'username.$ne'],
    ['{"a\\u0000b":1}', 'a?b'],
    ['{"note":"\\ud800"}', 'note'],
    ['{"n":1e999}', 'n'],
  ])('%s is refused at %s', (text, path) => {
    const error = refused(text);
    expect(error.status).toBe(400);
    expect(error.path).toBe(path);
    expect(error.text.zh).toMatch(/[一-鿿]/);
    expect(error.text.en).toMatch(/[a-z]/);
  });

  test('too many values are 413, half a body is 400 and says where', () => {
    expect(refused(JSON.stringify(Array.from({ length: 1001 }, () => 1))).status).toBe(413);
    const half = refused('{"a": [1, 2');
    expect(half.status).toBe(400);
    expect(half.text.en).toContain('JSON');
  });
});
