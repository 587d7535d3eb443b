/** An order that has not ended. */
export interface InFlight {
  readonly order: number;
  readonly cartridge: number;
  readonly recovery: boolean;
  /** Its motion began. */
  moved: boolean;
  /** The session gave it up: its package is unknown already, and a late end tells no more than what was given. */
  silent: boolean;
}

/** Orders between their command and their end. There may be two: one that was given up, and the next. */
export class OrdersInFlight {
  #orders: InFlight[] = [];

  get any(): boolean {
    return this.#orders.length > 0;
  }

  get anyRecovery(): boolean {
    return this.#orders.some(({ recovery }) => recovery);
  }

  /** The highest order id in flight; 0 for none. */
  get highest(): number {
    return Math.max(0, ...this.#orders.map(({ order }) => order));
  }

  upTo(highest: number): readonly InFlight[] {
    return this.#orders.filter(({ order }) => order <= highest);
  }

  begin(order: number, cartridge: number, recovery: boolean): void {
    this.#orders.push({ order, cartridge, recovery, moved: false, silent: false });
  }

  find(order: number): InFlight | undefined {
    return this.#orders.find((one) => one.order === order);
  }

  of(cartridge: number): boolean {
    return this.#orders.some((one) => one.cartridge === cartridge);
  }

  end(order: number): InFlight | undefined {
    const ended = this.find(order);
    this.#orders = this.#orders.filter((one) => one !== ended);
    return ended;
  }

  save(): InFlight[] {
    return this.#orders.map((one) => ({ ...one }));
  }

  restore(orders: readonly InFlight[]): void {
    this.#orders = orders.map((one) => ({ ...one }));
  }
}
