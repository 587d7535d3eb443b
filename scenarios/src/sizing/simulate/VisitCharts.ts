import { ANSWER, ENDED, FROM, VisitSteps } from './VisitSteps.js';

const ANSWERS = 5;
/** How a visit to a machine in service ends, by answer. */
const ENDS: Readonly<Record<number, number>> = {
  [ANSWER.DROPPED]: ENDED.SERVED,
  [ANSWER.EMPTY]: ENDED.EMPTY,
  [ANSWER.LOCKED_OUT]: ENDED.PALM,
};

/**
 * The visits of many machines on the charts `session` and `person`. What a visit comes to depends on where the session stands and on
 * the answers alone, so a way through both tables that was gone once is remembered as a whole. `isStepped` goes it event by event each
 * time; the tests hold one against the other.
 */
export class VisitCharts {
  /** By machine: the session's configuration between visits. */
  readonly sessions: Int32Array;
  /** Steps of both charts taken in visits, remembered or not. */
  transitions = 0;
  readonly #steps = new VisitSteps();
  readonly #isStepped: boolean;
  /** By session's configuration, answer, from and onward: 1 + ended + 8 × transitions; 0 where nobody went yet. */
  #known = new Int32Array(64);
  /** Beside it: the session's configuration afterwards. */
  #after = new Int32Array(64);

  /** Steps of a visit that leaves the session as it was, by answer; behind them, of one to a machine out of service. */
  readonly #stepsOf: (number | undefined)[] = [];

  constructor(machines: number, isStepped = false) {
    this.#isStepped = isStepped;
    this.sessions = new Int32Array(machines).fill(this.#steps.idle);
  }

  /** Takes a machine out of service, or back into it. */
  setService(machine: number, isInService: boolean): void {
    this.sessions[machine] = this.#steps.service(this.sessions[machine] as number, isInService);
  }

  /** One visit to a machine; how it ended. `goesOn` is 1 where whoever leaves without goes on to another machine, else 0. */
  visit(machine: number, answer: number, from: number, goesOn: number): number {
    const session = this.sessions[machine] as number;
    const place = ((session * ANSWERS + answer) * 2 + from) * 2 + goesOn;
    const known = place < this.#known.length ? (this.#known[place] as number) : 0;
    if (known === 0 || this.#isStepped) return this.#step(machine, place, answer, from, goesOn);
    this.transitions += known >> 3;
    this.sessions[machine] = this.#after[place] as number;
    return (known & 7) - 1;
  }

  /**
   * Many visits that leave the session as it was, and end as their counter took for granted; throws where the charts say otherwise.
   */
  undisturbed(answer: number, isInService: boolean, count: number): void {
    this.transitions += count * (this.#stepsOf[isInService ? answer : ANSWERS] ?? this.#stepsUndisturbed(answer, isInService));
  }

  #stepsUndisturbed(answer: number, isInService: boolean): number {
    const { idle } = this.#steps;
    const before = isInService ? idle : this.#steps.service(idle, false);
    const { ended, session, transitions } = this.#steps.visit(before, answer, FROM.HOME, false);
    const expected = isInService ? ENDS[answer] : ENDED.DOWN;
    if (session !== before || ended !== expected) throw new Error('a visit that was counted unseen is not what the charts say');
    this.#stepsOf[isInService ? answer : ANSWERS] = transitions;
    return transitions;
  }

  #step(machine: number, place: number, answer: number, from: number, goesOn: number): number {
    const { ended, session, transitions } = this.#steps.visit(this.sessions[machine] as number, answer, from, goesOn === 1);
    if (place >= this.#known.length) {
      this.#known = grown(this.#known, place);
      this.#after = grown(this.#after, place);
    }
    this.#known[place] = 1 + ended + 8 * transitions;
    this.#after[place] = session;
    this.transitions += transitions;
    this.sessions[machine] = session;
    return ended;
  }
}

function grown(old: Int32Array<ArrayBuffer>, place: number): Int32Array<ArrayBuffer> {
  const next = new Int32Array(2 * (place + 1));
  next.set(old);
  return next;
}
