import type { TraceEntry } from '@dosetwin/twin';
import type { FromLive, LiveEntry, LiveState } from '../../web/src/live/liveProtocol.js';
import type { BenchFacts } from '../../web/src/worker/BenchFacts.js';
import { EntryStream } from './EntryStream.js';
import type { WatchedView } from './watchedView.js';

type Hello = Extract<FromLive, { type: 'hello' }>;

/** All viewers who get the same of a run: its whole trace, or what may be watched. */
export class Audience {
  readonly stream: Hello['stream'];
  readonly entries = new EntryStream();
  readonly facts: BenchFacts;
  readonly header: Hello['header'];
  readonly #view: WatchedView | null;
  readonly #stateNow: () => Omit<LiveState, 'count'>;
  #stateMessage: Buffer | null = null;

  /** `view`: what is left of it for whoever only watches; `null`: all. */
  constructor(options: {
    readonly facts: BenchFacts;
    readonly header: Readonly<Record<string, unknown>>;
    readonly view: WatchedView | null;
    readonly stateNow: () => Omit<LiveState, 'count'>;
  }) {
    const { facts, header, view } = options;
    this.stream = view === null ? 'whole' : 'watched';
    this.facts = view === null ? facts : view.facts(facts);
    this.header = view === null ? header : null;
    this.#view = view;
    this.#stateNow = options.stateNow;
  }

  add(entries: readonly TraceEntry[]): void {
    const view = this.#view;
    const seen = entries.flatMap(({ t_us, level, source, kind, payload }): LiveEntry[] => {
      const entry: LiveEntry = [t_us, level, source, kind, payload];
      const shown = view === null ? entry : view.entry(entry);
      return shown === null ? [] : [shown];
    });
    this.entries.add(seen);
    this.#stateMessage = null;
  }

  /** How the run stands is other than before. */
  changed(): void {
    this.#stateMessage = null;
  }

  state(): LiveState {
    const state = this.#stateNow();
    const count = this.entries.count;
    if (this.#view === null) return { ...state, count };
    const { prompts, verdicts } = state;
    return { ...state, prompts: this.#view.prompts(prompts), verdicts: [...this.#view.verdicts(verdicts)], count };
  }

  /** Written once for all, until something changes. */
  stateMessage(): Buffer {
    this.#stateMessage ??= Buffer.from(JSON.stringify({ type: 'state', state: this.state() } satisfies FromLive));
    return this.#stateMessage;
  }
}
