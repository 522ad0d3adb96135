/** Node flags every start has: no code from strings, no `__proto__` accessor. See the threat model, "rule to code". */
export const guardFlags = ['--disallow-code-generation-from-strings', '--disable-proto=delete'] as const;

/** The guard flags this process was started without. */
export function missingGuardFlags(): string[] {
  const given = new Set([...process.execArgv, ...(process.env.NODE_OPTIONS ?? '').split(/\s+/)]);
  return guardFlags.filter((flag) => !given.has(flag));
}
