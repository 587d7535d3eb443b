/** The emitter's refusal: what does not fit the bytes of a controller's table. */
export class CannotEmit extends Error {
  constructor(chart: string, reason: string) {
    super(`chart ${chart}: ${reason}`);
    this.name = 'CannotEmit';
  }
}
