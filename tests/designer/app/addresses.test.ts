import { describe, expect, it } from 'vitest';
import { matchesTyped, pinyinInitials } from '../../../designer/app/matches-typed.ts';
import { nextAddress, signInAddress } from '../../../designer/app/session.ts';

describe('coming back after signing in', () => {
  it('leads to where the person was going', () => {
    const address = signInAddress('/orders/taobao~1?held=yes');
    expect(nextAddress(new URLSearchParams(address.split('?')[1]).get('next'))).toBe(
      '/orders/taobao~1?held=yes',
    );
    expect(signInAddress('/')).toBe('/sign-in');
  });

  it.each([
    null,
    '',
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'javascript:alert(1)',
    '/sign-in?next=/sign-in',
  ])('never leaves this site: %s', (next) => expect(nextAddress(next)).toBe('/'));
});

describe('jumping', () => {
  it('knows the initials of Chinese names', () => {
    expect(pinyinInitials('规则流')).toBe('gzl');
    expect(pinyinInitials('信用拦截 A1')).toBe('xylj a1');
    expect(pinyinInitials('订单')).toBe('dd');
  });

  it.each([
    ['xylj', true],
    ['拦截', true],
    ['credit', true],
    ['Credit G', true],
    ['dd', false],
  ])('%s finds the credit guard: %s', (typed, found) =>
    expect(matchesTyped(typed, '信用拦截', 'Credit guard')).toBe(found),
  );
});
