/** Whether a comparison holds. May throw on values no comparison is made for: the whole condition is then false. */
export type Holds = (factValue: unknown, value: unknown) => boolean;
