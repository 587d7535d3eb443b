/**
 * The instants of what was seen one after another, in µs of the run. A run that is wound back does some of it again from a
 * checkpoint: what then comes takes the place of what it was.
 */
export class Instants {
  readonly #at_us: number[] = [];
  #again = false;

  get count(): number {
    return this.#at_us.length;
  }

  at(place: number): number {
    return this.#at_us[place] ?? 0;
  }

  /** How many lie at or before `t_us`. */
  countAt(t_us: number): number {
    let [low, high] = [0, this.#at_us.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.at(middle) <= t_us) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The run is about to be wound back to `t_us`: how many stay. */
  windBack(t_us: number): number {
    this.#at_us.length = this.countAt(t_us);
    this.#again = true;
    return this.count;
  }

  /** Something came: its place, at which and behind which nothing stands any more. */
  add(t_us: number): number {
    if (this.#again) this.#at_us.length = this.countAt(t_us - 1);
    this.#again = false;
    return this.#at_us.push(t_us) - 1;
  }
}
