import { ChartRows, type Told } from './ChartRows.js';

/** What the parts below and beside the charts answer in a visit: theirs to decide; what it leads to is the charts'. */
export const ANSWER = { DROPPED: 0, JAMMED: 1, LANE_JAMMED: 2, EMPTY: 3, LOCKED_OUT: 4 } as const;
/** How a visit ended, as the charts told it. */
export const ENDED = { SERVED: 0, DOWN: 1, JAM: 2, EMPTY: 3, PALM: 4 } as const;
/** Where somebody comes from. */
export const FROM = { HOME: 0, ELSEWHERE: 1 } as const;

/** By answer: what palm, authoriser and controller say, and the reason that goes along. */
interface Reply {
  readonly palm: string;
  readonly authoriser: string;
  readonly vend: string;
  readonly reason: string;
}
const REPLIES: readonly Reply[] = [
  { palm: 'MATCHED', authoriser: 'AUTHORISED', vend: 'DROPPED', reason: '' },
  { palm: 'MATCHED', authoriser: 'AUTHORISED', vend: 'JAMMED', reason: '' },
  { palm: 'MATCHED', authoriser: 'REFUSED', vend: '', reason: 'jammed' },
  { palm: 'MATCHED', authoriser: 'EMPTY', vend: '', reason: '' },
  { palm: 'LOCKED_OUT', authoriser: '', vend: '', reason: 'palm' },
];

const ENDED_BY: Readonly<Record<string, number>> = {
  'out-of-service': ENDED.DOWN,
  jammed: ENDED.JAM,
  empty: ENDED.EMPTY,
  palm: ENDED.PALM,
};

export interface SteppedVisit {
  readonly ended: number;
  /** The session's configuration afterwards. */
  readonly session: number;
  /** Steps taken in both charts, timers among them. */
  readonly transitions: number;
}

/**
 * One visit, event by event, through the tables of the charts `session` and `person`: whoever they tell something answers with a named
 * event, at once, and when nothing is left to tell the timer that is due next fires. A visit takes seconds, and the sizing's clock
 * minutes: it ends in the minute in which it began.
 */
export class VisitSteps {
  readonly #session = new ChartRows('session', 1);
  readonly #person = new ChartRows('person', 1);
  /** The session's configuration in service, idle. */
  readonly idle = this.#session.at(0);
  readonly #away = this.#person.at(0);
  readonly #onTheWay: number;
  readonly #queue: (readonly [chart: ChartRows, event: string])[] = [];
  #reply = REPLIES[0] as Reply;
  #goesOn = false;
  #ended = -1;
  #nowMs = 0;

  constructor() {
    for (const event of ['COMES', 'TURN', 'TURNED_AWAY', 'GOES_ELSEWHERE']) this.#person.send(0, event);
    this.#onTheWay = this.#person.at(0);
  }

  /** The session's configuration after an event that nobody's visit causes. */
  service(session: number, isInService: boolean): number {
    this.#session.put(0, session);
    this.#session.send(0, isInService ? 'IN_SERVICE' : 'OUT_OF_SERVICE');
    return this.#session.at(0);
  }

  visit(session: number, answer: number, from: number, goesOn: boolean): SteppedVisit {
    const before = this.#session.transitions + this.#person.transitions;
    this.#session.put(0, session);
    this.#person.put(0, from === FROM.HOME ? this.#away : this.#onTheWay);
    this.#reply = REPLIES[answer] as Reply;
    this.#goesOn = goesOn;
    this.#ended = -1;
    this.#nowMs = 0;
    this.#queue.push([this.#person, from === FROM.HOME ? 'COMES' : 'ARRIVES']);
    do this.#settle();
    while (this.#fire());
    if (this.#ended < 0) throw new Error('a visit came to no end');
    const transitions = this.#session.transitions + this.#person.transitions - before;
    return { ended: this.#ended, session: this.#session.at(0), transitions };
  }

  #settle(): void {
    for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) {
      const [chart, event] = next;
      this.#route(chart, chart.send(0, event, this.#nowMs));
    }
  }

  #fire(): boolean {
    const session = this.#session.dueMs(0);
    const person = this.#person.dueMs(0);
    const chart = person <= session ? this.#person : this.#session;
    this.#nowMs = Math.min(person, session);
    const told = chart.fire(0);
    if (told !== null) this.#route(chart, told);
    return told !== null;
  }

  #route(chart: ChartRows, told: readonly Told[]): void {
    for (const one of told) {
      if (chart === this.#session) this.#fromSession(one);
      else this.#fromPerson(one);
    }
  }

  #fromSession({ type, role, word, reason }: Told): void {
    const { palm, authoriser, vend } = this.#reply;
    if (type === 'command' && word === 'vend') this.#queue.push([this.#session, vend]);
    else if (role === 'palm' && word === 'CAPTURE') this.#queue.push([this.#session, palm]);
    else if (role === 'authoriser' && word === 'ASK') this.#queue.push([this.#session, authoriser]);
    else if (role !== 'lobby') return;
    else if (word === 'SERVED') this.#end(ENDED.SERVED, word);
    else if (word === 'TURNED_AWAY') this.#end(ENDED_BY[reason || this.#reply.reason] ?? -1, word);
    else if (word === 'DOSE_READY') this.#queue.push([this.#person, word]);
  }

  #end(ended: number, word: string): void {
    this.#ended = ended;
    this.#queue.push([this.#person, word]);
  }

  #fromPerson({ role, word }: Told): void {
    if (role === 'session') this.#queue.push([this.#session, word]);
    else if (role === 'hands') this.#queue.push([this.#session, 'FLAP_CLOSED']);
    else if (role === 'lobby' && word === 'ENQUEUE') this.#queue.push([this.#person, 'TURN']);
    else if (role !== 'habit') return;
    else if (word === 'SERVED' || word === 'LEFT') this.#queue.push([this.#person, 'GONE']);
    else if (word === 'TURNED_AWAY') this.#queue.push([this.#person, this.#goesOn ? 'GOES_ELSEWHERE' : 'LEAVES']);
  }
}
