import { type ParameterOverrides, type ParameterValues, parameterValues } from '../../charts/parameters.js';
import type { Component, Kernel, KernelEvent, Saved } from '../../kernel/Kernel.js';
import { US_PER_MIN } from '../../kernel/timeUnits.js';
import type { AdmissionSpec, HomeSpec, ParticipationSpec } from '../../spec/ProgrammeSpec.js';
import type { LocalHours } from '../LocalHours.js';
import type { Startable } from '../Startable.js';
import type { ClinicVisit } from './Clinic.js';
import { participationParameters } from './participation.parameters.js';
import { refusedBy } from './refusedBy.js';

/** A machine at which a person may be given a cartridge. */
export interface ProgrammeStop {
  readonly machine: string;
  readonly site: string;
  readonly isHousing: boolean;
  /** Whether the site ever opened. */
  readonly isOpened: boolean;
  readonly admission: AdmissionSpec | undefined;
  /** When staff are there to enrol somebody. */
  readonly staff: LocalHours;
  readonly asksForPalm: boolean;
  /** Whether somebody whose palm cannot be registered gets a card all the same. */
  readonly cardInstead: boolean;
  /** Kilometres from a home; `null` where nobody said where things are. */
  readonly km: (home: HomeSpec) => number | null;
  readonly cartridge: () => number | null;
}

interface ParticipationState {
  home: HomeSpec | null;
  /** Machines to which access was lost. */
  lost: string[];
  /** The machine at which they are being enrolled. */
  enrolsAt: string | null;
  /** Counts registrations, for their draws. */
  registrations: number;
  /** What the prescriber is asked for next. */
  asks: ClinicVisit;
}

/** These are the machine's doing, and wear a person's patience. */
const MACHINE_CAUSES = [
  'jammed',
  'lane-locked',
  'out-of-service',
  'chute-blocked',
  'door-open',
  'busy',
  'empty',
  'not-recognised',
  'locked-out',
];

/** What one person has to go through with the programme, and what it draws: assessment, rules, cartridge, palm, leaving, moving. */
export class Participation implements Component, Startable {
  readonly #kernel: Kernel;
  readonly #person: string;
  readonly #spec: ParticipationSpec;
  readonly #stops: readonly ProgrammeStop[];
  readonly #address: string;
  readonly #values: ParameterValues<typeof participationParameters>;
  readonly #traits: ReadonlySet<string>;
  #state: ParticipationState;

  constructor(
    kernel: Kernel,
    person: string,
    spec: ParticipationSpec,
    stops: readonly ProgrammeStop[],
    layers: readonly ParameterOverrides[],
  ) {
    this.#kernel = kernel;
    this.#person = person;
    this.#spec = spec;
    this.#stops = stops;
    this.#address = `${person}/way`;
    this.#values = parameterValues('participation', participationParameters, ...layers);
    const has = spec.traits.filter(({ id, share }) => kernel.stream(this.#address, `trait ${id}`).uniformAt(0) < share);
    const closed = stops.filter(({ isOpened }) => !isOpened).map(({ machine }) => machine);
    this.#traits = new Set(has.map(({ id }) => id));
    this.#state = { home: spec.home, lost: closed, enrolsAt: null, registrations: 0, asks: 'assessment' };
    kernel.register(this.#address, 3, this);
  }

  /** Where they live now. */
  get home(): HomeSpec | null {
    return this.#state.home;
  }

  start(): void {
    const { joins_us, evicted_us, moves } = this.#spec;
    if (joins_us === null) {
      this.#tellChart({ type: 'ON_PROGRAMME' });
      this.#goToNearest();
    } else this.#kernel.at(joins_us, this.#address, { type: 'JOINS' });
    if (evicted_us !== null) this.#kernel.at(evicted_us, `${this.#person}/participant`, { type: 'EVICTED' });
    if (moves !== null) this.#kernel.at(moves.at_us, `${this.#person}/participant`, { type: 'MOVED' });
  }

  handle(event: KernelEvent): void {
    switch (event.type) {
      case 'JOINS':
        return this.#tellChart({ type: 'SEEKS' });
      case 'ASK_ASSESSMENT':
        return this.#askPrescriber();
      case 'SEEN':
        return this.#assessed();
      case 'LIST_FULL':
        return this.#turnedAway([{ site: '', rule: 'prescriber-full' }]);
      case 'ASK_CARTRIDGE':
        return this.#askCartridge();
      case 'CARTRIDGE':
        return this.#enrolled(event.machine as string, event.cartridge as number);
      case 'REGISTER':
        return this.#register();
      case 'REGISTRATION_ENDS':
        return this.#registrationEnds();
      case 'CANNOT_REGISTER':
        return this.#cannotRegister();
      case 'BEGINS':
        return this.#begins();
      case 'VISIT_ENDED':
        return this.#visitEnded(event.cause as string);
      case 'FED_UP':
        return this.#fedUp();
      case 'STOPS':
        return this.#kernel.post(`${this.#person}/habit`, { type: 'OFF' });
      case 'CONSIDERS_RETURN': {
        const returns = this.#kernel.stream(this.#address, 'returns').chance(this.#values.returnShare);
        return this.#tellChart({ type: returns ? 'RETURNS' : 'STAYS_AWAY' });
      }
      case 'HOME_LOST':
        return this.#homeLost();
      case 'HOME_CHANGED':
        return this.#homeChanged();
      default:
        throw new Error(`${this.#address} does not know the event ${event.type}`);
    }
  }

  save(): Saved {
    return JSON.parse(JSON.stringify(this.#state)) as Saved;
  }

  restore(saved: Saved): void {
    this.#state = JSON.parse(JSON.stringify(saved)) as ParticipationState;
  }

  /** Where no prescription is needed, or nobody in particular writes it, the way goes on at once. */
  #askPrescriber(): void {
    const prescriber = this.#spec.prescription?.prescriber ?? null;
    if (prescriber === null || !this.#needsPrescription)
      return this.#kernel.post(this.#address, { type: 'SEEN', what: this.#state.asks });
    const request = { type: 'ASKED', person: this.#person, what: this.#state.asks, replyTo: this.#address };
    this.#kernel.post(`${prescriber}/clinic`, request);
  }

  get #needsPrescription(): boolean {
    return this.#stops.some(({ admission }) => admission?.needsPrescription !== false);
  }

  #assessed(): void {
    const asked = this.#stops.filter(({ machine, isOpened }) => !isOpened || !this.#state.lost.includes(machine));
    const refusals = asked.map((stop) => ({ site: stop.site, rule: this.#refusal(stop) }));
    const refused = refusals.filter((one): one is { site: string; rule: string } => one.rule !== null);
    if (refused.length === refusals.length) return this.#turnedAway(refused);
    if (this.#state.asks === 'assessment' && this.#spec.prescription && this.#needsPrescription)
      this.#kernel.post(`${this.#person}/term`, { type: 'WRITE' });
    this.#tellChart({ type: 'ASSESSED' });
  }

  #turnedAway(refused: readonly { readonly site: string; readonly rule: string }[]): void {
    for (const { site, rule } of refused) this.#kernel.record(this.#person, 'turned-away', { site, rule });
    this.#tellChart({ type: 'TURNED_AWAY' });
  }

  #candidates(): readonly ProgrammeStop[] {
    return this.#stops.filter(({ machine }) => !this.#state.lost.includes(machine));
  }

  #refusal(stop: ProgrammeStop): string | null {
    const { site: id, admission, isOpened } = stop;
    if (!isOpened) return 'not-opened';
    return refusedBy({ id, ...(admission && { admission }) }, { traits: this.#traits, home: this.#state.home });
  }

  /** At the first machine that takes them; at all that do, where the prescription is valid at each. */
  #askCartridge(): void {
    const open = this.#candidates().filter((stop) => this.#refusal(stop) === null);
    const [first, ...others] = open;
    if (!first) return;
    const wish = { type: 'WANTED', person: this.#person, product: this.#spec.product ?? '' };
    this.#kernel.post(`${first.machine}/lanes`, { ...wish, replyTo: this.#address });
    if (this.#spec.prescription?.oneMachine === true) return;
    for (const { machine } of others) this.#kernel.post(`${machine}/lanes`, { ...wish, replyTo: this.#address });
  }

  #enrolled(machine: string, cartridge: number): void {
    if (this.#state.enrolsAt !== null) return;
    this.#state.enrolsAt = machine;
    this.#kernel.post(`${this.#person}/whereabouts`, { type: 'FIRST_IS', machine });
    this.#tellChart({ type: 'ENROLLED', machine, cartridge });
  }

  #register(): void {
    const stop = this.#stopOf(this.#state.enrolsAt);
    if (!stop) return;
    const { enrolLeastMin, enrolLikelyMin, enrolMostMin } = this.#values;
    const stream = this.#kernel.stream(this.#address, 'registration');
    stream.index = this.#state.registrations;
    const takes_us = Math.round(stream.triangular(enrolLeastMin, enrolLikelyMin, enrolMostMin) * US_PER_MIN);
    const ends_us = stop.staff.openFor(this.#kernel.now_us, takes_us);
    if (ends_us !== null) this.#kernel.setTimer(this.#address, 'registration', ends_us, { type: 'REGISTRATION_ENDS' });
  }

  #registrationEnds(): void {
    const stop = this.#stopOf(this.#state.enrolsAt);
    const attempt = this.#state.registrations;
    this.#state.registrations += 1;
    const { failureToEnrolShare, cannotEnrolShare } = this.#values;
    const cannot = this.#kernel.stream(this.#address, 'cannot enrol').uniformAt(0) < cannotEnrolShare;
    const fails = this.#kernel.stream(this.#address, 'failure to enrol').uniformAt(attempt) < failureToEnrolShare;
    this.#tellChart({ type: stop?.asksForPalm !== false && (cannot || fails) ? 'NOT_REGISTERED' : 'REGISTERED' });
  }

  #cannotRegister(): void {
    const stop = this.#stopOf(this.#state.enrolsAt);
    if (!stop) return;
    if (stop.cardInstead) {
      this.#kernel.record(this.#person, 'card-given', { machine: stop.machine });
      this.#kernel.post(`${stop.machine}/reader`, { type: 'CARD_GIVEN', person: this.#person });
      return this.#tellChart({ type: 'REGISTERED' });
    }
    for (const { machine } of this.#stops) this.#kernel.post(`${machine}/lanes`, { type: 'RELEASED', person: this.#person });
    this.#state.enrolsAt = null;
    this.#turnedAway([{ site: stop.site, rule: 'palm-not-registered' }]);
  }

  #begins(): void {
    this.#state.enrolsAt = null;
    this.#goToNearest();
    this.#kernel.post(`${this.#person}/habit`, { type: 'ON' });
  }

  /** `cause` is '' for a dose, and `did-not-come` for a window without a visit. */
  #visitEnded(cause: string): void {
    if (cause === '') return this.#tellChart({ type: 'SERVED' });
    if (cause === 'did-not-come') return this.#tellChart({ type: 'MISSED' });
    if (MACHINE_CAUSES.includes(cause)) this.#tellChart({ type: 'FAILED', cause });
  }

  #fedUp(): void {
    const leaves = this.#spec.mayLeave && this.#kernel.stream(this.#address, 'leaves').chance(this.#values.leaveShare);
    this.#tellChart({ type: leaves ? 'LEAVES' : 'STAYS' });
  }

  /** Who loses a room loses the machines of housing sites; what is left depends on where the prescription is valid. */
  #homeLost(): void {
    this.#state.home = null;
    for (const { machine, isHousing } of this.#candidates()) {
      if (!isHousing) continue;
      this.#state.lost.push(machine);
      this.#kernel.post(`${machine}/lanes`, { type: 'RELEASED', person: this.#person });
      this.#kernel.post(`${this.#person}/whereabouts`, { type: 'ACCESS_LOST', machine });
    }
    const left = this.#candidates();
    if (left.some(({ cartridge }) => cartridge() !== null)) return this.#tellChart({ type: 'ACCESS_ELSEWHERE' });
    this.#kernel.post(`${this.#person}/habit`, { type: 'OFF' });
    if (left.length === 0) return;
    this.#state.asks = 'transfer';
    this.#tellChart({ type: 'TO_BE_REWRITTEN' });
  }

  #homeChanged(): void {
    this.#state.home = this.#spec.moves?.to ?? null;
    this.#goToNearest();
  }

  /** Who is known to live somewhere goes to the nearest machine at which they have a cartridge. */
  #goToNearest(): void {
    const { home } = this.#state;
    if (home === null) return;
    const held = this.#candidates().filter(({ cartridge }) => cartridge() !== null);
    const far = (stop: ProgrammeStop) => stop.km(home) ?? Number.POSITIVE_INFINITY;
    const [nearest] = [...held].sort((a, b) => far(a) - far(b));
    if (nearest) this.#kernel.post(`${this.#person}/whereabouts`, { type: 'FIRST_IS', machine: nearest.machine });
  }

  #stopOf(machine: string | null): ProgrammeStop | undefined {
    return this.#stops.find((stop) => stop.machine === machine);
  }

  #tellChart(event: KernelEvent): void {
    this.#kernel.post(`${this.#person}/participant`, event);
  }
}
