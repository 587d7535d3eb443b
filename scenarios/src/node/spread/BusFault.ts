/** Why the bus cannot be used, in words for whoever gave its address: wrong as it was written, or not there as it should be. */
export class BusFault extends Error {
  constructor(
    readonly kind: 'address' | 'surroundings',
    message: string,
  ) {
    super(message);
    this.name = 'BusFault';
  }
}
