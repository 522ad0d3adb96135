/** Values a list holds, lists within it counted through, never more than `most` + 1; 1 for anything else. */
export function sizeOf(value: unknown, most: number): number {
  if (typeof value === 'string') return 1 + Math.floor(value.length / 16);
  if (!Array.isArray(value)) return 1;
  let size = 0;
  const open: unknown[] = [value];
  for (let list = open.pop(); list !== undefined && size <= most; list = open.pop()) {
    for (const one of list as unknown[]) {
      size += 1;
      if (size > most) break;
      if (Array.isArray(one)) open.push(one);
      else if (typeof one === 'string') size += Math.floor(one.length / 16);
    }
  }
  return size + 1;
}
