import { createRandom, type Random } from '../../server/rehearsal/chain/random.ts';

const strange: readonly (() => unknown)[] = [
  () => null,
  () => '',
  () => ' ',
  () => '\u0000\u0007',
  () => '💥'.repeat(50),
  () => 'x'.repeat(5000),
  () => -1,
  () => 0.5,
  () => 1e308,
  () => 9_007_199_254_740_992,
  () => true,
  () => [],
  () => {},
  () => ({ $ne: null }),
  () => ({ $gt: '' }),
  () => ({ $where: '1' }),
  () => ({ $regex: '.*' }),
  () => [[[[[[[[1]]]]]]]],
  () => ({ fact: '__proto__' }),
  () => ({ toString: 'x' }),
  () => '=cmd|calc',
  () => '<script>alert(1)</script>',
  () => '2025-02-30T00:00:00+08:00',
  () => 'not a time',
  () => '../../etc/passwd',
];

interface Place {
  holder: Record<string, unknown> | unknown[];
  key: string | number;
}

function placesOf(value: unknown, found: Place[] = []): Place[] {
  if (Array.isArray(value)) {
    value.forEach((inner, key) => {
      found.push({ holder: value, key });
      placesOf(inner, found);
    });
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      found.push({ holder: value as Record<string, unknown>, key });
      placesOf(inner, found);
    }
  }
  return found;
}

/** A body that is almost right: 1–3 places of a good one replaced, removed, doubled or renamed; now and then the text itself broken. */
export function mutate(good: unknown, random: Random): string {
  const body: unknown = structuredClone(good);
  const changes = random.between(1, 3);
  for (let change = 0; change < changes; change++) {
    const places = placesOf(body);
    if (places.length === 0) break;
    const { holder, key } = random.pick(places);
    const kind = random.between(0, 9);
    if (kind < 6) (holder as Record<string | number, unknown>)[key] = random.pick(strange)();
    else if (kind === 6) {
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else delete holder[key];
    } else if (kind === 7 && !Array.isArray(holder)) {
      holder[`${key}${random.pick(['', ' ', '$', '.x', 'é'])}2`] = holder[key];
    } else if (kind === 8 && Array.isArray(holder)) holder.push(...structuredClone(holder));
    else
      (holder as Record<string | number, unknown>)[key] = {
        wrapped: (holder as Record<string | number, unknown>)[key],
      };
  }
  let text = JSON.stringify(body) ?? 'null';
  const breakage = random.between(0, 19);
  if (breakage === 0) text = text.slice(0, random.between(0, text.length));
  if (breakage === 1) text = text.replace('{', '{"__proto__":{"polluted":true},');
  if (breakage === 2) text = text.replace('{', '{"constructor":{"prototype":{"polluted":true}},');
  if (breakage === 3) text = '['.repeat(random.between(1, 400)) + text;
  if (breakage === 4) text = `\uFEFF${text}`;
  return text;
}

export { createRandom };
