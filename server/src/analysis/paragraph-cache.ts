/** Paragraph results kept by content: an unchanged paragraph is never read twice, wherever it stands. */

/** A bounded cache, least recently used first out. The bound counts UTF-16 units of the keys. */
export class ParagraphCache<T> {
  readonly #entries = new Map<string, T>();
  readonly #capacity: number;
  #units = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** The value for `key`, made by `make` where it is not kept. */
  get(key: string, make: (key: string) => T): T {
    const kept = this.#entries.get(key);
    if (kept !== undefined) {
      // Re-inserting moves the entry to the young end of the map's order: needed only when something must go soon.
      if (this.#units > this.#capacity / 2) {
        this.#entries.delete(key);
        this.#entries.set(key, kept);
      }
      return kept;
    }
    const value = make(key);
    this.#entries.set(key, value);
    this.#units += key.length;
    this.#evict();
    return value;
  }

  #evict(): void {
    for (const key of this.#entries.keys()) {
      if (this.#units <= this.#capacity || this.#entries.size === 1) return;
      this.#entries.delete(key);
      this.#units -= key.length;
    }
  }
}
