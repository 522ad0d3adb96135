import type { Text } from '../../rules-library/schema/text.ts';

/** What a new flow is called until somebody names it. */
export const unnamed: Text = { zh: '未命名的规则流', en: 'Unnamed flow' };

export function isUnnamed(name: Text): boolean {
  return name.zh === unnamed.zh && name.en === unnamed.en;
}
