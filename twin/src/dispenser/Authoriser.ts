import { rulesBefore2026 } from '../calendar/rulesBefore2026.js';
import { type ParameterOverrides, type ParameterValues, parameterValues } from '../charts/parameters.js';
import type { Component, Kernel, KernelEvent, Place, Saved } from '../kernel/Kernel.js';
import { US_PER_MIN, US_PER_MS } from '../kernel/timeUnits.js';
import type { PersonSpec } from '../spec/WorldSpec.js';
import { authoriserParameters } from './authoriser.parameters.js';
import type { CartridgeCount } from './Counts.js';
import { outsideReason, type WindowOfDay, windowsAt } from './prescription.js';

interface Dose {
  readonly order: number;
  readonly person: string;
  readonly cartridge: number;
  readonly at_us: number;
  readonly window: string;
  /** Its drop was seen, and then nobody took it. */
  readonly seen?: boolean;
  /** Of a dose at another machine: its name, `MACHINE:ORDER`. */
  readonly elsewhere?: string;
  /** Of one elsewhere that is not over, ended unseen, or was taken back: until that is known it counts as given. */
  readonly maybe?: boolean;
}

/** What one authoriser tells another of an order of its own. */
interface Elsewhere {
  readonly is: 'maybe' | 'given' | 'not-given';
  readonly person: string;
  readonly window: string;
  /** `MACHINE:ORDER` */
  readonly dose: string;
  /** When it was given, or could last have been. */
  readonly at_us: number;
}

interface AuthoriserState {
  highestOrder: number;
  /** Orders that were authorised and have not ended. */
  open: Record<string, Dose>;
  /** Doses given, and those that may have been elsewhere, the latest last, per person. */
  given: Record<string, Dose[]>;
  /** Cartridges locked until a count, with the order that locked them (0 where none did). */
  lockedLanes: Record<string, number>;
  clockIsStale: boolean;
}

/** What the programme knows of people whose standing with it may change. */
export interface AuthoriserProgramme {
  /** The person's cartridge here, `null` while they have none. */
  readonly laneOf: (person: PersonSpec) => number | null;
  /** Why nothing is given to them here and now, whatever the window says; `null` if nothing stands in the way. */
  readonly holdsBack: (person: string) => string | null;
  /** Authorisers of the other machines at which their prescription is valid. */
  readonly others: (person: string) => readonly string[];
}

export interface AuthoriserPlace {
  readonly machine: string;
  readonly zone: string;
  /** Whether the machine's clock goes by the rules of before 2026, until an update brings the others. */
  readonly clockIsStale?: boolean;
  readonly epoch_us: number;
  readonly people: readonly PersonSpec[];
  readonly countOf: (cartridge: number) => CartridgeCount;
  readonly programme?: AuthoriserProgramme;
  /** Whether the machine's link is up: without it nobody knows what was given elsewhere. Left out: always. */
  readonly isOnline?: () => boolean;
  readonly parameters: readonly ParameterOverrides[];
}

/** Checks a prescription and hands out order ids, which rise strictly: window, interval, daily cap, lane, contents. */
export class Authoriser implements Component {
  readonly #kernel: Kernel;
  readonly #place: AuthoriserPlace;
  readonly #address: string;
  readonly #session: Place;
  readonly #people: ReadonlyMap<string, PersonSpec>;
  readonly #values: ParameterValues<typeof authoriserParameters>;
  #state: AuthoriserState = { highestOrder: 0, open: {}, given: {}, lockedLanes: {}, clockIsStale: false };

  constructor(kernel: Kernel, place: AuthoriserPlace) {
    this.#kernel = kernel;
    this.#place = place;
    this.#address = `${place.machine}/authoriser`;
    this.#session = kernel.placeOf(`${place.machine}/session`);
    this.#state.clockIsStale = place.clockIsStale ?? false;
    this.#people = new Map(place.people.map((person) => [person.id, person]));
    this.#values = parameterValues('authoriser', authoriserParameters, ...place.parameters);
    kernel.register(this.#address, 2, this);
  }

  /** The next order id: above every one that was ever given out. */
  nextOrder(): number {
    this.#state.highestOrder += 1;
    return this.#state.highestOrder;
  }

  handle(event: KernelEvent): void {
    const order = event.order as number;
    const cartridge = event.cartridge as number;
    switch (event.type) {
      case 'ASK':
        return this.#answer(event.person as string);
      case 'DROPPED':
        return this.#dropped(order);
      case 'ELSEWHERE':
        return this.#hearsOf(event as unknown as Elsewhere);
      case 'JAMMED':
        this.#state.lockedLanes[cartridge] = order;
        return this.#tellOthers(this.#state.open[order], event.moved === false ? 'not-given' : 'maybe');
      case 'ORDER_REFUSED':
        return this.#notGiven(order);
      case 'CHUTE_BLOCKED':
      case 'NOT_TAKEN':
        return this.#takeBack(order, cartridge);
      case 'CLOCK_RULES':
        this.#state.clockIsStale = false;
        return;
      case 'LANE_FREE':
        return this.#laneFree(cartridge, (event.dispensed_change as number | undefined) ?? null);
      default:
        throw new Error(`${this.#address} does not know the event ${event.type}`);
    }
  }

  save(): Saved {
    return JSON.parse(JSON.stringify(this.#state)) as Saved;
  }

  restore(saved: Saved): void {
    this.#state = JSON.parse(JSON.stringify(saved)) as AuthoriserState;
  }

  #answer(id: string): void {
    const person = this.#people.get(id);
    const at_us = this.#kernel.now_us + Math.round(this.#values.answerMs * US_PER_MS);
    const reply = person ? this.#check(person) : refused('not-enrolled');
    this.#kernel.at(at_us, this.#session, reply);
  }

  #check(person: PersonSpec): KernelEvent {
    const { epoch_us, countOf } = this.#place;
    const zone = this.#state.clockIsStale ? rulesBefore2026(this.#place.zone) : this.#place.zone;
    const at_us = epoch_us + this.#kernel.now_us;
    const grace = { earlyMin: this.#values.earlyGraceMin, lateMin: this.#values.lateGraceMin };
    const windows = windowsAt(person.windows, zone, at_us, grace);
    const lane = this.#laneOf(person);
    if (lane === null) return refused('not-enrolled');
    const heldBack = this.#heldBack(person.id);
    if (windows.length === 0) return refused(outsideReason(person.windows, zone, at_us));
    const window = this.#free(person, windows);
    if (typeof window === 'string') return refused(window);
    if (heldBack !== null) return refused(heldBack);
    if (String(lane) in this.#state.lockedLanes) return refused('lane-locked');
    if (countOf(lane).remaining === 0) return { type: 'EMPTY' };
    const order = this.nextOrder();
    const { id } = person;
    const dose = { order, person: id, cartridge: lane, at_us: this.#kernel.now_us, window: keyOf(window) };
    this.#state.open[order] = dose;
    this.#tellOthers(dose, 'maybe');
    return { type: 'AUTHORISED', order, cartridge: lane };
  }

  /** The window that a dose now would be of, or why there is none: one that may have been given elsewhere counts as given. */
  #free(person: PersonSpec, windows: readonly WindowOfDay[]): WindowOfDay | string {
    const doses = this.#state.given[person.id] ?? [];
    const found = windowFor(person, windows, doses, this.#kernel.now_us);
    if (typeof found !== 'string') return found;
    const sure = doses.filter(({ maybe }) => maybe !== true);
    return typeof windowFor(person, windows, sure, this.#kernel.now_us) === 'string' ? found : 'unknown-elsewhere';
  }

  #dropped(order: number): void {
    const dose = this.#state.open[order];
    if (!dose) return;
    delete this.#state.open[order];
    const { seen, ...given } = dose;
    const kept = { ...given, at_us: seen ? dose.at_us : this.#kernel.now_us };
    this.#keep(kept);
    this.#tellOthers(kept, 'given');
  }

  #notGiven(order: number): void {
    const dose = this.#state.open[order];
    delete this.#state.open[order];
    this.#tellOthers(dose, 'not-given');
  }

  #keep(dose: Dose): void {
    const doses = [...(this.#state.given[dose.person] ?? []), dose].sort((a, b) => a.at_us - b.at_us);
    forgetOld(doses, this.#kernel.now_us - REMEMBERED_US);
    this.#state.given[dose.person] = doses;
  }

  /** The other machines of whoever it is for hear of each turn that an order takes, while it may have given a dose. */
  #tellOthers(dose: Dose | undefined, is: Elsewhere['is']): void {
    if (!dose) return;
    const { person, window, order } = dose;
    const at_us = is === 'maybe' ? this.#kernel.now_us : dose.at_us;
    for (const other of this.#place.programme?.others(person) ?? []) {
      this.#kernel.post(other, { type: 'ELSEWHERE', is, person, window, dose: `${this.#place.machine}:${order}`, at_us });
    }
  }

  /** A dose at another machine counts here as one of this one's, for the window, the interval and the cap, until it turns out to be none. */
  #hearsOf({ is, person, window, dose, at_us }: Elsewhere): void {
    const doses = this.#state.given[person];
    if (doses) this.#state.given[person] = doses.filter(({ elsewhere }) => elsewhere !== dose);
    if (is === 'not-given') return;
    const heard = { order: 0, person, cartridge: 0, at_us, window, elsewhere: dose };
    this.#keep(is === 'maybe' ? { ...heard, maybe: true } : heard);
  }

  /** Where a prescription is valid at several machines, one without its link cannot know what the others gave, and gives nothing. */
  #heldBack(person: string): string | null {
    const { programme, isOnline = () => true } = this.#place;
    if (!programme) return null;
    return programme.others(person).length > 0 && !isOnline() ? 'offline' : programme.holdsBack(person);
  }

  #laneOf(person: PersonSpec): number | null {
    const { programme } = this.#place;
    return programme ? programme.laneOf(person) : person.cartridge;
  }

  /** The package lies behind a flap that does not open, or that nobody opened. Until the count says whether it went back, its lane is locked. */
  #takeBack(order: number, cartridge: number): void {
    for (const [person, doses] of Object.entries(this.#state.given)) {
      const dose = doses.find((one) => one.order === order);
      if (!dose) continue;
      this.#state.open[order] = { ...dose, seen: true };
      this.#state.given[person] = doses.filter((one) => one !== dose);
      this.#tellOthers(dose, 'maybe');
    }
    this.#state.lockedLanes[cartridge] = order;
  }

  /**
   * After a recovery (`null`) or a count, by how much it changed what was dispensed. The dose of the order that locked the
   * lane counts as given where a package turns out to have dropped unseen, or one that was seen was not put back.
   */
  #laneFree(cartridge: number, dispensedChange: number | null): void {
    const order = this.#state.lockedLanes[cartridge];
    delete this.#state.lockedLanes[cartridge];
    const dose = order === undefined ? undefined : this.#state.open[order];
    if (!dose) return;
    const given = dispensedChange !== null && (dose.seen ? dispensedChange >= 0 : dispensedChange > 0);
    if (given) this.#dropped(dose.order);
    else this.#notGiven(dose.order);
  }
}

function refused(reason: string): KernelEvent {
  return { type: 'REFUSED', reason };
}

/** No window, interval or cap reaches further back: a day's windows end on the next day, with their grace on the third at most. */
const REMEMBERED_US = 7 * 24 * 60 * US_PER_MIN;

/** The first ones go, the last always stays: it is what the next is held against. */
function forgetOld(doses: Dose[], before_us: number): void {
  while (doses.length > 1 && (doses[0] as Dose).at_us < before_us) doses.shift();
}

function keyOf(window: WindowOfDay): string {
  return `${window.dayNumber}:${window.index}`;
}

function isFree(key: string, doses: readonly Dose[]): boolean {
  for (const { window } of doses) if (window === key) return false;
  return true;
}

/** The first open window without a dose, if the interval and the day's cap allow one now; else the reason why not. */
function windowFor(
  person: PersonSpec,
  windows: readonly WindowOfDay[],
  doses: readonly Dose[],
  now_us: number,
): WindowOfDay | string {
  const window = windows.find((one) => isFree(keyOf(one), doses));
  if (!window) return 'too-soon';
  const last = doses.at(-1);
  if (last && now_us - last.at_us < person.minIntervalMin * US_PER_MIN) return 'too-soon';
  const ofDay = doses.filter((dose) => dose.window.startsWith(`${window.dayNumber}:`)).length;
  return ofDay >= person.dailyCap ? 'daily-cap' : window;
}
