/** `step-3`: the first number no other row has. */
export function freeRowId(prefix: string, rows: readonly { id: string }[]): string {
  let number = rows.length + 1;
  while (rows.some(({ id }) => id === `${prefix}-${number}`)) number++;
  return `${prefix}-${number}`;
}
