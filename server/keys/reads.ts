/** What a key can be allowed to read, as routes name it. */
export const readNames: readonly string[] = [
  'orders',
  'decisions',
  'catalog',
  'flows',
  'releases',
  'templates',
  'alerts',
  'approvals',
  'home',
  'audit',
];
