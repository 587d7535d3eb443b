import { rulesBefore2026 } from '../calendar/rulesBefore2026.js';
import { type ParameterOverrides, type ParameterValues, parameterValues } from '../charts/parameters.js';
import type { Component, Kernel, KernelEvent, Saved } from '../kernel/Kernel.js';
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
}

interface AuthoriserState {
  highestOrder: number;
  /** Orders that were authorised and have not ended. */
  open: Record<string, Dose>;
  /** Doses given, the latest last, per person. */
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
  readonly #session: string;
  readonly #people: ReadonlyMap<string, PersonSpec>;
  readonly #values: ParameterValues<typeof authoriserParameters>;
  #state: AuthoriserState = { highestOrder: 0, open: {}, given: {}, lockedLanes: {}, clockIsStale: false };

  constructor(kernel: Kernel, place: AuthoriserPlace) {
    this.#kernel = kernel;
    this.#place = place;
    this.#address = `${place.machine}/authoriser`;
    this.#session = `${place.machine}/session`;
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
      case 'GIVEN_ELSEWHERE':
        return this.#givenElsewhere(event.person as string, event.window as string);
      case 'JAMMED':
        this.#state.lockedLanes[cartridge] = order;
        return;
      case 'ORDER_REFUSED':
        delete this.#state.open[order];
        return;
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
    const reply = person ? this.#check(person) : { type: 'REFUSED', reason: 'not-enrolled' };
    this.#kernel.at(at_us, this.#session, reply);
  }

  #check(person: PersonSpec): KernelEvent {
    const { epoch_us, countOf } = this.#place;
    const zone = this.#state.clockIsStale ? rulesBefore2026(this.#place.zone) : this.#place.zone;
    const at_us = epoch_us + this.#kernel.now_us;
    const grace = { earlyMin: this.#values.earlyGraceMin, lateMin: this.#values.lateGraceMin };
    const windows = windowsAt(person.windows, zone, at_us, grace);
    const refused = (reason: string): KernelEvent => ({ type: 'REFUSED', reason });
    const lane = this.#laneOf(person);
    if (lane === null) return refused('not-enrolled');
    const heldBack = this.#heldBack(person.id);
    if (windows.length === 0) return refused(outsideReason(person.windows, zone, at_us));
    const doses = this.#state.given[person.id] ?? [];
    const window = windows.find((one) => !doses.some((dose) => dose.window === keyOf(one)));
    if (!window) return refused('too-soon');
    const last = doses.at(-1);
    if (last && this.#kernel.now_us - last.at_us < person.minIntervalMin * US_PER_MIN) return refused('too-soon');
    if (doses.filter((dose) => dose.window.startsWith(`${window.dayNumber}:`)).length >= person.dailyCap)
      return refused('daily-cap');
    if (heldBack !== null) return refused(heldBack);
    if (String(lane) in this.#state.lockedLanes) return refused('lane-locked');
    if (countOf(lane).remaining === 0) return { type: 'EMPTY' };
    const order = this.nextOrder();
    const { id } = person;
    this.#state.open[order] = { order, person: id, cartridge: lane, at_us: this.#kernel.now_us, window: keyOf(window) };
    return { type: 'AUTHORISED', order, cartridge: lane };
  }

  #dropped(order: number): void {
    const dose = this.#state.open[order];
    if (!dose) return;
    delete this.#state.open[order];
    const doses = this.#state.given[dose.person] ?? [];
    const { seen, ...given } = dose;
    doses.push({ ...given, at_us: seen ? dose.at_us : this.#kernel.now_us });
    forgetOld(doses, this.#kernel.now_us - REMEMBERED_US);
    this.#state.given[dose.person] = doses;
    const { person, window } = dose;
    for (const other of this.#place.programme?.others(person) ?? []) {
      this.#kernel.post(other, { type: 'GIVEN_ELSEWHERE', person, window });
    }
  }

  /** A dose at another machine counts here as one of this one's: for the window, the interval and the cap. */
  #givenElsewhere(person: string, window: string): void {
    const dose = { order: 0, person, cartridge: 0, at_us: this.#kernel.now_us, window };
    const doses = [...(this.#state.given[person] ?? []), dose];
    forgetOld(doses, this.#kernel.now_us - REMEMBERED_US);
    this.#state.given[person] = doses;
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
      if (dose) this.#state.open[order] = { ...dose, seen: true };
      this.#state.given[person] = doses.filter((one) => one !== dose);
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
    else delete this.#state.open[dose.order];
  }
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
