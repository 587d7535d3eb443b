import { parameterValues } from '../charts/parameters.js';
import type { Component, Kernel, KernelEvent, Saved } from '../kernel/Kernel.js';
import type { Answer } from './Diary.js';
import { mayOpen } from './Doorkeeper.js';
import { HelplineDoor } from './HelplineDoor.js';
import type { HelplinePlace } from './HelplinePlace.js';
import { type HelplineState, type Jam, newJam, structuredCopy, toMend } from './HelplineState.js';
import { HelpRound } from './HelpRound.js';
import { LocalHours } from './LocalHours.js';
import { NoticeTimers } from './NoticeTimers.js';
import { RepairWork } from './RepairWork.js';
import { supportParameters } from './support.parameters.js';

/**
 * What a site does about one machine's jams: when they are noticed, who is asked and in which order, who is on the way, who
 * counts with whom, and whom to tell that it works again. The ticket's chart says where the matter stands.
 */
export class Helpline implements Component {
  readonly #kernel: Kernel;
  readonly #place: HelplinePlace;
  readonly #address: string;
  readonly #staff: LocalHours;
  readonly #notices: NoticeTimers;
  readonly #repair: RepairWork;
  readonly #door: HelplineDoor;
  readonly #round: HelpRound;
  #state: Omit<HelplineState, 'round'> = { jams: [], seen: 0, waiting: [], linkUp: true, boxInDoubt: null, visitor: null };

  constructor(kernel: Kernel, place: HelplinePlace) {
    this.#kernel = kernel;
    this.#place = place;
    this.#address = `${place.machine}/helpline`;
    this.#staff = new LocalHours(place.site, place.site.staff, place.epoch_us);
    const values = parameterValues('support', supportParameters, ...place.parameters);
    this.#notices = new NoticeTimers(kernel, place, this.#staff, values);
    this.#repair = new RepairWork(kernel, this.#address, values);
    this.#door = new HelplineDoor(kernel, place, this.#address);
    this.#round = new HelpRound(place.site.chain);
    kernel.register(this.#address, 3, this);
  }

  handle(event: KernelEvent): void {
    const contact = event.contact as string;
    const person = event.person as string;
    const cartridge = event.cartridge as number;
    switch (event.type) {
      case 'JAM':
        return this.#jam(cartridge, event.mode as string);
      case 'BOX_IN_DOUBT':
        this.#state.boxInDoubt = cartridge;
        return this.#jam(cartridge, event.mode as string);
      case 'BOX_CLEAR':
        this.#state.boxInDoubt = null;
        return;
      case 'TOLD':
        return this.#told(person, cartridge);
      case 'LEFT':
        this.#state.waiting = this.#state.waiting.filter((one) => one.person !== person);
        return;
      case 'NOTICE':
        return this.#notice(cartridge, event.by as string);
      case 'LINK_LOST':
        return this.#linkLost();
      case 'LINK_RESTORED':
        return this.#linkRestored();
      case 'ASK':
        return this.#ask();
      case 'LOOKED_UP':
        return this.#round.somebodyComes ? undefined : this.#ask();
      case 'ANSWER':
        return this.#answered(contact, event.answer as Answer['answer']);
      case 'SET_OFF':
        return this.#setOff(contact);
      case 'CANNOT_COME':
        if (this.#round.drops(contact)) this.#tellTicket({ type: 'ASK' });
        return;
      case 'LOOKED_AT':
        for (const jam of [...this.#state.jams]) this.#notice(jam.cartridge, event.by as string);
        return;
      case 'COMES_BY':
        return this.#comesBy(event);
      case 'RECOVER':
        return this.#recover(contact, cartridge, event.frees as boolean);
      case 'RECOVERED':
      case 'NOT_RECOVERED':
        if (this.#round.remote !== null) this.#kernel.post(this.#round.remote, { type: event.type });
        return;
      case 'MENDED':
        return this.#mended(cartridge);
      case 'REMOTE_DONE':
        return this.#remoteDone(contact, cartridge, event.freed as boolean);
      default:
        this.#handleVisit(event);
    }
  }

  save(): Saved {
    return structuredCopy({ ...this.#state, round: this.#round.save() }) as unknown as Saved;
  }

  restore(saved: Saved): void {
    const { round, ...state } = structuredCopy(saved as unknown as HelplineState);
    this.#round.restore(round);
    this.#state = state;
  }

  #handleVisit(event: KernelEvent): void {
    switch (event.type) {
      case 'ARRIVED':
        return this.#arrived(event.by as string, event.role as string, event.key_holder as boolean);
      case 'KEY_ON_SITE':
        return this.#keyOnSite(event.by as string, event.role as string);
      case 'OPENS':
        return this.#opens();
      case 'MAY_OPEN':
        return this.#tellTicket({ type: 'DOOR_OPENED', ...this.#state.visitor });
      case 'NEXT':
        return this.#mends();
      case 'MENDED_NEXT':
        return this.#nextCartridge();
      case 'SECOND_WANTED':
        return this.#secondWanted();
      case 'SECOND_COMES':
        return this.#tellTicket({ type: 'SECOND_IS_THERE' });
      case 'PART_CAME':
        return this.#partCame(event.cartridge as number);
      case 'SIGN':
        return this.#sign();
      default:
        throw new Error(`${this.#address} does not know the event ${event.type}`);
    }
  }

  #jam(cartridge: number, mode: string): void {
    if (this.#state.jams.some((jam) => jam.cartridge === cartridge)) return;
    const jam = newJam(cartridge, mode, this.#state.seen);
    this.#state.seen += 1;
    this.#state.jams.push(jam);
    this.#tellTicket({ type: 'JAMMED' });
    this.#notices.byStaff(jam);
    if (this.#state.linkUp) this.#notices.byAlert(jam);
  }

  /** Whoever got no dose tells the staff, if there are any just then: of their own cartridge, or of a machine that stands still. */
  #told(person: string, cartridge: number): void {
    this.#state.waiting = [...this.#state.waiting.filter((one) => one.person !== person), { person, cartridge }];
    const jam = this.#jamOf(cartridge) ?? this.#jamOf(this.#state.boxInDoubt ?? 0);
    if (!jam || jam.noticed || !this.#staff.isOpen(this.#kernel.now_us)) return;
    this.#notices.byPerson(jam);
  }

  #notice(cartridge: number, by: string): void {
    const jam = this.#jamOf(cartridge);
    // Whoever is at the machine comes to it in turn: until then the ticket is about another cartridge.
    if (!jam || jam.noticed || this.#state.visitor) return;
    jam.noticed = true;
    this.#notices.stop(cartridge);
    this.#tellTicket({ type: 'NOTICED', cartridge, mode: jam.mode, by });
  }

  #linkLost(): void {
    this.#state.linkUp = false;
    for (const { cartridge } of this.#state.jams) this.#notices.stopAlert(cartridge);
    for (const id of this.#round.engaged) {
      if (this.#isDesk(id)) this.#kernel.post(`${id}/diary`, { type: 'LINK_LOST', machine: this.#place.machine });
    }
  }

  #linkRestored(): void {
    this.#state.linkUp = true;
    for (const jam of this.#state.jams) if (!jam.noticed) this.#notices.byAlert(jam);
  }

  #ask(): void {
    if (this.#isSettled() || this.#looksUp()) return;
    this.#round.begin();
    this.#askNext();
  }

  /** Staff who are there find out what to do about a fault before they ask anybody; whether they have begun to. */
  #looksUp(): boolean {
    const { id, looksUp } = this.#place.site;
    const jam = this.#state.jams.find(({ noticed, lookedUp }) => noticed && !lookedUp);
    if (!looksUp || !jam || !this.#staff.isOpen(this.#kernel.now_us)) return false;
    jam.lookedUp = true;
    this.#kernel.post(`${id}/look-ups`, { type: 'LOOKS_UP', what: jam.mode, replyTo: this.#address });
    return true;
  }

  /** Asks the next of the chain; when there is none, says so, for every cartridge that is known to be jammed. */
  #askNext(): void {
    const noticed = this.#toMend().filter((jam) => jam.noticed);
    // A coil turned from afar empties no box.
    const untried = this.#state.boxInDoubt === null ? noticed.find((jam) => !jam.triedRemotely) : undefined;
    const next = this.#round.next((id) => (this.#isDesk(id) ? untried !== undefined : this.#mayOpen(id)));
    if (next === 'stopped') return;
    if (next === 'all-promised') {
      this.#tellTicket({ type: 'HELP_COMES' });
      return this.#tellTicket({ type: 'ALL_PROMISED' });
    }
    if (next === 'all-asked') {
      this.#tellTicket({ type: 'CHAIN_ASKED' });
      for (const { cartridge } of noticed) this.#tellTicket({ type: 'NOBODY_FREE', cartridge });
      const promised = this.#round.engaged;
      if (promised.length === 0) return;
      return this.#tellTicket({ type: promised.every((id) => this.#isDesk(id)) ? 'DESK_PROMISED' : 'KEY_PROMISED' });
    }
    const { cartridge } = untried ?? noticed[0] ?? (this.#state.jams[0] as Jam);
    this.#tellTicket({ type: this.#isDesk(next.ask) ? 'DESK_CALLED' : 'CONTACT_CALLED' });
    this.#kernel.post(next.ask, { type: 'ASKED', machine: this.#place.machine, cartridge, online: this.#state.linkUp });
  }

  #answered(contact: string, answer: Answer['answer']): void {
    const wasNext = this.#round.hears(contact);
    const offersHelp = answer === 'coming' || answer === 'comes-when-free' || answer === 'helping-remotely';
    const tooLate = this.#isSettled();
    if (offersHelp && (tooLate || (answer === 'coming' && this.#round.somebodyComes)))
      return this.#tellDiary(contact, 'CALLED_OFF');
    if (tooLate) return;
    if (answer === 'coming') {
      this.#round.comes(contact);
      return this.#tellTicket({ type: 'HELP_COMES' });
    }
    if (answer === 'helping-remotely') {
      // Help from afar may fail: the site goes on down its chain meanwhile, and calls off whoever is not needed in the end.
      this.#round.helps(contact);
      this.#tellTicket({ type: 'HELPED_REMOTELY' });
    }
    if (answer === 'comes-when-free') this.#round.promises(contact);
    if (wasNext) this.#askNext();
  }

  /** Whoever set off in the moment in which they were called off has turned round already. */
  #setOff(contact: string): void {
    if (this.#isSettled()) return;
    this.#round.comes(contact);
    this.#tellTicket({ type: 'HELP_COMES' });
    this.#tellTicket({ type: 'SETS_OFF' });
  }

  #recover(desk: string, cartridge: number, frees: boolean): void {
    const { recovery } = this.#place.addresses;
    this.#kernel.post(recovery ?? desk, recovery ? { type: 'RECOVER', cartridge, frees } : { type: 'NOT_RECOVERED' });
  }

  #remoteDone(desk: string, cartridge: number, freed: boolean): void {
    const jam = this.#jamOf(cartridge);
    if (jam) jam.triedRemotely = true;
    if (jam && freed) this.#cleared(jam, 'remotely');
    if (this.#toMend().length === 0) return;
    this.#round.helped(desk, { askAgain: freed });
    this.#tellTicket({ type: this.#round.somebodyComes ? 'HELP_COMES' : 'ASK' });
  }

  /** Somebody has mended and counted it without being asked: a trainee's own hands, say. */
  #mended(cartridge: number): void {
    const jam = this.#jamOf(cartridge);
    if (jam && !this.#state.visitor) this.#cleared(jam, 'by-hand');
  }

  /** Works again without a visit, if nothing may lie in the box. Whoever was on the way for the last of the jams is called off. */
  #cleared(jam: Jam, how: 'remotely' | 'by-hand'): void {
    this.#tellTicket({ type: 'CLEARED', cartridge: jam.cartridge, how });
    this.#close([jam]);
    if (this.#toMend().length > 0) return;
    this.#callOffAll();
    this.#tellTicket({ type: this.#state.jams.length === 0 ? 'ALL_CLEAR' : 'PARTS_AWAITED' });
  }

  /** Whoever comes when the matter is settled, or after another, goes home again. */
  #arrived(by: string, role: string, key_holder: boolean): void {
    this.#round.leaves(by);
    if (this.#isSettled()) return this.#tellDiary(by, 'DONE');
    this.#visitBegins(by, role, key_holder);
  }

  /** Whoever is first with a key takes the matter over, and sees whatever else is jammed. */
  #visitBegins(by: string, role: string, key_holder: boolean): void {
    if (this.#state.visitor) return;
    this.#callOffAll();
    for (const { cartridge } of [...this.#state.jams]) this.#notice(cartridge, 'staff');
    this.#state.visitor = { by, role, key_holder };
    this.#tellTicket({ type: 'ARRIVED' });
  }

  /** Whoever is at the site on rounds sees what is wrong, and opens the machine if they may. */
  #comesBy({ by, role, key_holder }: KernelEvent): void {
    if (this.#isSettled()) return;
    for (const jam of [...this.#state.jams]) this.#notice(jam.cartridge, 'round');
    if (key_holder === true && mayOpen(this.#place.site, role as string)) this.#visitBegins(by as string, role as string, true);
  }

  #keyOnSite(by: string, role: string): void {
    if (!this.#door.turnsBack(by, role)) this.#visitBegins(by, role, true);
  }

  #opens(): void {
    const { visitor } = this.#state;
    if (visitor && this.#door.opensFor(visitor)) this.#tellTicket({ type: 'DOOR_OPENED', ...visitor });
  }

  #mends(): void {
    const jam = this.#toMend()[0];
    if (!jam || !this.#repair.begins(jam)) this.#nextCartridge();
  }

  #nextCartridge(): void {
    const jam = this.#toMend()[0];
    if (!jam) return this.#tellTicket({ type: 'NO_MORE' });
    if (!jam.noticed) {
      jam.noticed = true;
      this.#notices.stop(jam.cartridge);
      this.#tellTicket({ type: 'NOTICED', cartridge: jam.cartridge, mode: jam.mode, by: 'staff' });
    }
    if (this.#repair.isNeededFor(jam)) {
      return this.#tellTicket({ type: 'PART_LACKS', cartridge: jam.cartridge, comes_us: this.#repair.order(jam) });
    }
    jam.freed = true;
    this.#tellTicket({ type: jam.part === 'here' ? 'PART_FOR' : 'CARTRIDGE', cartridge: jam.cartridge });
  }

  /** Whoever is at the machine just then fits it; else somebody is asked to come a second time. */
  #partCame(cartridge: number): void {
    const jam = this.#jamOf(cartridge);
    if (jam) jam.part = 'here';
    if (jam) this.#tellTicket({ type: 'PART_CAME', cartridge });
  }

  /** The count needs a second person of the site's staff; the visitor waits until somebody is there. */
  #secondWanted(): void {
    const at_us = this.#staff.nextOpening(this.#kernel.now_us);
    if (at_us !== null) this.#kernel.setTimer(this.#address, 'second', at_us, { type: 'SECOND_COMES' });
  }

  #sign(): void {
    const { visitor, jams } = this.#state;
    if (!visitor) return;
    const done = jams.filter(({ freed }) => freed);
    const staff = `${this.#place.site.id}/staff`;
    const second = visitor.by === staff ? `${this.#place.site.id}/other-staff` : staff;
    for (const { cartridge } of done) this.#tellTicket({ type: 'COUNTED', cartridge, first: visitor.by, second, how: 'by-hand' });
    this.#state.visitor = null;
    this.#door.outAgain();
    this.#close(done);
    if (this.#place.contacts.has(visitor.by)) this.#tellDiary(visitor.by, 'DONE');
    const left = this.#toMend();
    const settled = this.#state.jams.length === 0 ? 'ALL_CLEAR' : 'PARTS_AWAITED';
    this.#tellTicket({ type: left.length === 0 ? settled : 'STILL_JAMMED' });
    if (left.some(({ part }) => part === 'here')) this.#tellTicket({ type: 'ASK' });
    // What jammed since they looked has been seen by them.
    for (const { cartridge } of [...this.#state.jams]) this.#notice(cartridge, 'staff');
  }

  /** These cartridges work again: whoever waits for one of them hears it. */
  #close(done: readonly Jam[]): void {
    const cartridges = done.map(({ cartridge }) => cartridge);
    for (const cartridge of cartridges) this.#notices.stop(cartridge);
    this.#repair.cancel(cartridges);
    this.#state.jams = this.#state.jams.filter((jam) => !done.includes(jam));
    const freed = this.#state.waiting.filter(({ cartridge }) => cartridges.includes(cartridge));
    this.#state.waiting = this.#state.waiting.filter((one) => !freed.includes(one));
    for (const { person } of freed) this.#kernel.post(person, { type: 'FREED' });
    const { boxInDoubt } = this.#state;
    if (boxInDoubt !== null && this.#toMend().length === 0) this.#jam(boxInDoubt, 'box-in-doubt');
  }

  #callOffAll(): void {
    for (const id of this.#round.engaged) this.#tellDiary(id, 'CALLED_OFF');
    this.#round.end();
  }

  #toMend(): readonly Jam[] {
    return toMend(this.#state.jams);
  }

  /** Nobody need come: somebody is there, or nothing is left that a visit could mend. */
  #isSettled(): boolean {
    return this.#state.visitor !== null || this.#toMend().length === 0;
  }

  #jamOf(cartridge: number): Jam | undefined {
    return this.#state.jams.find((jam) => jam.cartridge === cartridge);
  }

  #mayOpen(id: string): boolean {
    return mayOpen(this.#place.site, this.#place.contacts.get(id)?.role ?? '');
  }

  #isDesk(id: string): boolean {
    return this.#place.contacts.get(id)?.role === 'desk';
  }

  #tellTicket(event: KernelEvent): void {
    this.#kernel.post(`${this.#place.machine}/ticket`, event);
  }

  #tellDiary(contact: string, type: string): void {
    this.#kernel.post(`${contact}/diary`, { type, machine: this.#place.machine });
  }
}
