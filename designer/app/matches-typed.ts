/** First character of each pinyin initial, in pinyin order; there is none on i, u and v. */
const boundaries = '阿芭擦搭蛾发噶哈讥咔垃妈拿噢啪期然仨他挖昔压匝';
const initials = 'abcdefghjklmnopqrstwxyz';
const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin');

/** `规则流` → `gzl`. Other characters stay as they are. */
export function pinyinInitials(text: string): string {
  return Array.from(text.toLowerCase(), initialOf).join('');
}

function initialOf(character: string): string {
  if (!/\p{Script=Han}/u.test(character)) return character;
  let found = '';
  for (let index = 0; index < boundaries.length; index++) {
    if (collator.compare(boundaries[index]!, character) > 0) break;
    found = initials[index]!;
  }
  return found === '' ? character : found;
}

/** Whether a name holds what was typed, as written or by its pinyin initials. Nothing typed fits everything. */
export function matchesTyped(typed: string, ...names: readonly string[]): boolean {
  const wanted = typed.toLowerCase().replaceAll(/\s+/g, '');
  if (wanted === '') return true;
  return names.some((name) => {
    const plain = name.toLowerCase().replaceAll(/\s+/g, '');
    return plain.includes(wanted) || pinyinInitials(plain).includes(wanted);
  });
}
