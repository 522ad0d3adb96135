/** Hands out the same object as long as what it was made of stays the same, so that only what changed is drawn anew. */
export class KeptNodes<Kept> {
  private readonly known = new Map<string, { made: Kept; parts: readonly unknown[] }>();

  get(id: string, parts: readonly unknown[], make: () => Kept): Kept {
    const before = this.known.get(id);
    if (before !== undefined && parts.every((part, index) => part === before.parts[index]))
      return before.made;
    const made = make();
    this.known.set(id, { made, parts });
    return made;
  }
}
