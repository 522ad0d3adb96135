/** What comparing two values gives. */
export const holds = 1;
export const fails = 0;
/** Stock json-rules-engine throws here: the condition is false, and a decorator does not turn that into true. */
export const impossible = -1;

export type Verdict = typeof holds | typeof fails | typeof impossible;

/** A comparison of a fact's value with the right side. Total: never throws. */
export type Judge = (factValue: unknown, value: unknown) => Verdict;
