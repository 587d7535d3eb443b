/** How far a site has come in asking its chain, and who has said that they help. Plain data. */
export interface HelpRoundState {
  /** Place in the chain of the next to be asked; `null` when nobody is being asked. */
  readonly position: number | null;
  /** Where the next round begins: after a desk's help, not at the chain's beginning. */
  readonly beginAt: number;
  readonly askedInRound: number;
  readonly calling: string | null;
  /** Come when they are free. */
  readonly promised: readonly string[];
  /** Said that they come, or set off. */
  readonly coming: readonly string[];
  /** The desk that helps from afar just now. */
  readonly remote: string | null;
}

/** What to do next in a round: ask somebody, or stop because somebody comes, all have promised, or all were asked. */
export type NextToAsk = { readonly ask: string } | 'stopped' | 'all-promised' | 'all-asked';

const NOBODY: HelpRoundState = {
  position: null,
  beginAt: 0,
  askedInRound: 0,
  calling: null,
  promised: [],
  coming: [],
  remote: null,
};

/** Goes down a site's chain one after the other, leaving out whoever has already said that they help. */
export class HelpRound {
  readonly #chain: readonly string[];
  #state = NOBODY;

  constructor(chain: readonly string[]) {
    this.#chain = chain;
  }

  get remote(): string | null {
    return this.#state.remote;
  }

  get somebodyComes(): boolean {
    return this.#state.coming.length > 0;
  }

  /** All who have said that they help, now or later. */
  get engaged(): readonly string[] {
    const { promised, coming, remote } = this.#state;
    return [...new Set([...coming, ...promised, ...(remote === null ? [] : [remote])])];
  }

  /** A round that goes on in the middle of the chain counts those before it as asked. */
  begin(): void {
    this.#set({ position: this.#state.beginAt, askedInRound: this.#state.beginAt });
  }

  /** `canHelp` says who need not be asked at all. One call at a time: while somebody is on the line, nobody else is asked. */
  next(canHelp: (id: string) => boolean): NextToAsk {
    const { calling, engaged } = { calling: this.#state.calling, engaged: this.engaged };
    if (this.#state.position === null || calling !== null) return 'stopped';
    for (let position = this.#state.position; position < this.#chain.length; position++) {
      const id = this.#chain[position] as string;
      if (engaged.includes(id) || !canHelp(id)) continue;
      this.#set({ position: position + 1, askedInRound: this.#state.askedInRound + 1, calling: id });
      return { ask: id };
    }
    const nobodyLeft = this.#state.askedInRound === 0 && engaged.length > 0;
    this.#set({ position: null, beginAt: 0 });
    return nobodyLeft ? 'all-promised' : 'all-asked';
  }

  /** Notes that a call is over; whether it was this round's. */
  hears(id: string): boolean {
    if (this.#state.calling !== id) return false;
    this.#set({ calling: null });
    return true;
  }

  promises(id: string): void {
    this.#set({ promised: [...without(this.#state.promised, id), id] });
  }

  /** Somebody is on the way: nobody else need be asked. */
  comes(id: string): void {
    const { promised, coming } = this.#state;
    this.#set({ promised: without(promised, id), coming: [...without(coming, id), id], position: null, beginAt: 0 });
  }

  helps(id: string): void {
    this.#set({ promised: without(this.#state.promised, id), remote: id });
  }

  /** The desk is done; the next round goes on after it, or with it once more for another cartridge. */
  helped(id: string, { askAgain }: { readonly askAgain: boolean }): void {
    this.#set({ remote: null, beginAt: this.#chain.indexOf(id) + (askAgain ? 0 : 1) });
  }

  /** Takes a promise back; whether that leaves nobody who helps. */
  drops(id: string): boolean {
    this.leaves(id);
    return this.engaged.length === 0;
  }

  leaves(id: string): void {
    const { promised, coming } = this.#state;
    this.#set({ promised: without(promised, id), coming: without(coming, id) });
  }

  /** Nobody is needed any more. A call that is still on goes on to its end. */
  end(): void {
    this.#state = { ...NOBODY, calling: this.#state.calling };
  }

  save(): HelpRoundState {
    return this.#state;
  }

  restore(state: HelpRoundState): void {
    this.#state = state;
  }

  #set(change: Partial<HelpRoundState>): void {
    this.#state = { ...this.#state, ...change };
  }
}

function without(ids: readonly string[], id: string): readonly string[] {
  return ids.filter((other) => other !== id);
}
