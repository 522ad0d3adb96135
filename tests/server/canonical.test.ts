import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../server/canonical.ts';

describe('canonical JSON', () => {
  test('sorts by code units, writes numbers as ECMAScript does and leaves absent fields out', () => {
    expect(canonicalJson({ '€': 1, '\r': 2, '😀': 3, '\ufb33': 4, a: undefined, 1: 1e21 })).toBe(
      '{"\\r":2,"1":1e+21,"€":1,"😀":3,"דּ":4}'.replace('דּ', '\ufb33'),
    );
    expect(canonicalJson([-0, 0.1, 1e-7, undefined])).toBe('[0,0.1,1e-7,null]');
  });
});
