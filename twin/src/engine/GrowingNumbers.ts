/** A list of whole numbers that grows and is read as fast as an array of fixed length. */
export class GrowingNumbers {
  /** Longer than the list; read from 0 to `length` only, and afresh after every `push`. */
  items = new Int32Array(64);
  length = 0;

  /** Appends, and returns where the first of them lies. */
  push(...numbers: number[]): number {
    const from = this.length;
    while (from + numbers.length > this.items.length) {
      const longer = new Int32Array(2 * this.items.length);
      longer.set(this.items);
      this.items = longer;
    }
    this.items.set(numbers, from);
    this.length += numbers.length;
    return from;
  }

  at(index: number): number {
    return this.items[index] as number;
  }

  set(index: number, value: number): void {
    this.items[index] = value;
  }
}
