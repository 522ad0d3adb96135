/** Nothing of its own: what a loop over it finds was put on the prototype of all objects. */
const blank = {};

function isPrototypeClean(): boolean {
  // oxlint-disable-next-line guard-for-in -- inherited names are what is looked for
  for (const _name in blank) return false;
  return true;
}

/**
 * Whether whatever can be read from an object by a name that `isInherited` denies is its own: then the question whether it
 * is, which costs as much as the reading, can be left out.
 */
export function hasOnlyOwn(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || (prototype === Object.prototype && isPrototypeClean());
}

/** Whether every object has something by this name. */
export function isInherited(name: string): boolean {
  return name in Object.prototype;
}
