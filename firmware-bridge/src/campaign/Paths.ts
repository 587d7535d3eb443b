/** How often each way was really taken. */
export class Paths {
  readonly #taken = new Map<string, number>();

  take(path: string, times = 1): void {
    this.#taken.set(path, this.of(path) + times);
  }

  of(path: string): number {
    return this.#taken.get(path) ?? 0;
  }

  /** Those of this list that nobody went. */
  missing(required: readonly string[]): string[] {
    return required.filter((path) => this.of(path) === 0);
  }

  /** Line by line, for people. */
  get text(): string {
    const lines = [...this.#taken].sort(([a], [b]) => (a < b ? -1 : 1));
    return lines.map(([path, times]) => `  ${String(times).padStart(8)}  ${path}`).join('\n');
  }
}
