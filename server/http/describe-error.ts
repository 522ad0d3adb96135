/**
 * What the log may hold of an error: its kind, code and where it arose. The message is left out, since messages of
 * drivers and parsers quote values, which may be personal data.
 */
export function describeError(error: unknown): { type: string; code?: string | number; at: string[] } {
  if (!(error instanceof Error)) return { type: typeof error, at: [] };
  const { code } = error as { code?: unknown };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return {
    type: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    at: frames.slice(0, 12).map((line) => line.trim()),
  };
}
