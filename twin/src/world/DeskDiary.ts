import { type ParameterOverrides, type ParameterValues, parameterValues } from '../charts/parameters.js';
import type { Component, Kernel, KernelEvent, Saved } from '../kernel/Kernel.js';
import { US_PER_MIN } from '../kernel/timeUnits.js';
import type { ContactSpec } from '../spec/WorldSpec.js';
import { Availability } from './Availability.js';
import type { Answer } from './Diary.js';
import type { Startable } from './Startable.js';
import { supportParameters } from './support.parameters.js';

interface Task {
  readonly machine: string;
  readonly cartridge: number;
}

interface DeskState {
  helping: Task | null;
  /** Whether the machine was told to turn and has not answered yet. */
  awaiting: boolean;
  /** Tasks promised for later, the first asked first. */
  promised: Task[];
}

/** What the desk knows: its hours, which machine it helps now and which next, and whether its help frees a cartridge. */
export class DeskDiary implements Component, Startable {
  readonly #kernel: Kernel;
  readonly #desk: ContactSpec;
  readonly #address: string;
  readonly #availability: Availability;
  readonly #values: ParameterValues<typeof supportParameters>;
  #state: DeskState = { helping: null, awaiting: false, promised: [] };

  constructor(kernel: Kernel, desk: ContactSpec, epoch_us: number, layers: readonly ParameterOverrides[]) {
    this.#kernel = kernel;
    this.#desk = desk;
    this.#address = `${desk.id}/diary`;
    this.#availability = new Availability(desk, epoch_us);
    this.#values = parameterValues('support', supportParameters, ...layers);
    kernel.register(this.#address, 3, this);
  }

  start(): void {
    this.#keepHours();
  }

  handle(event: KernelEvent): void {
    const machine = event.machine as string;
    switch (event.type) {
      case 'HOURS':
        return this.#keepHours();
      case 'ASKED':
        return this.#call(event);
      case 'CALL_ENDS':
        return this.#answer({ machine, cartridge: event.cartridge as number }, event.online as boolean);
      case 'WORK_DONE':
        return this.#tryRecovery();
      case 'RECOVERED':
      case 'NOT_RECOVERED':
        if (this.#state.awaiting) this.#end(event.type === 'RECOVERED');
        return;
      case 'LINK_LOST':
        return this.#linkLost(machine);
      case 'CALLED_OFF':
        return this.#calledOff(machine);
      default:
        throw new Error(`${this.#address} does not know the event ${event.type}`);
    }
  }

  save(): Saved {
    const { helping, awaiting, promised } = this.#state;
    return { helping: helping && { ...helping }, awaiting, promised: promised.map((task) => ({ ...task })) };
  }

  restore(saved: Saved): void {
    const { helping, awaiting, promised } = saved as unknown as DeskState;
    this.#state = { helping: helping && { ...helping }, awaiting, promised: promised.map((task) => ({ ...task })) };
  }

  /** Opens and closes the desk, and comes back at the next change; whoever is being helped is helped to the end. */
  #keepHours(): void {
    const { hours } = this.#availability;
    const now_us = this.#kernel.now_us;
    const open = hours.isOpen(now_us);
    if (!this.#state.helping) this.#tellChart({ type: open ? 'OPENS' : 'CLOSES' });
    const change_us = open ? hours.nextClosing(now_us) : hours.nextOpening(now_us);
    if (change_us !== null) this.#kernel.setTimer(this.#address, 'hours', change_us, { type: 'HOURS' });
  }

  #call({ machine, cartridge, online }: KernelEvent): void {
    const { callLeastMin, callLikelyMin, callMostMin } = this.#values;
    const callMin = this.#kernel.stream(this.#address, 'call').triangular(callLeastMin, callLikelyMin, callMostMin);
    const task = { machine: machine as string, cartridge: cartridge as number, online: online as boolean };
    this.#after(callMin, `call from ${machine as string}`, { type: 'CALL_ENDS', ...task });
  }

  #answer(task: Task, online: boolean): void {
    const answer = this.#consider(online);
    const { machine } = task;
    this.#tellChart({ type: 'ANSWERS', machine, ...answer });
    this.#tellHelpline(machine, { type: 'ANSWER', answer: answer.answer });
    if (answer.answer === 'comes-when-free') this.#state.promised.push(task);
    if (answer.answer === 'helping-remotely') this.#begin(task);
  }

  #consider(online: boolean): Answer {
    const now_us = this.#kernel.now_us;
    const { hours } = this.#availability;
    if (!hours.isOpen(now_us)) {
      return { answer: 'closed', reason: hours.closedBecause(now_us), until_us: hours.nextOpening(now_us) ?? 0 };
    }
    const busy = this.#availability.busyAt(now_us);
    if (busy) return { answer: 'busy', reason: busy.reason, until_us: busy.to_us };
    if (this.#desk.remote === 'none') return { answer: 'cannot-travel', reason: 'no-remote-help', until_us: 0 };
    if (!online) return { answer: 'offline', reason: 'link', until_us: 0 };
    if (this.#state.helping) return { answer: 'comes-when-free', reason: 'helping-elsewhere', until_us: 0 };
    return { answer: 'helping-remotely', reason: 'free', until_us: 0 };
  }

  #begin(task: Task): void {
    const { remoteWorkMedianMin, remoteWorkSigma } = this.#values;
    this.#state.helping = task;
    this.#tellChart({ type: 'HELPS' });
    const workMin = this.#kernel.stream(this.#address, 'remote work').lognormal(remoteWorkMedianMin, remoteWorkSigma);
    this.#after(workMin, 'work', { type: 'WORK_DONE' });
  }

  /** The machine is told to turn only when that will free it; the scenario may have said so, or that it cannot. */
  #tryRecovery(): void {
    const task = this.#state.helping;
    if (!task) return;
    const { remote } = this.#desk;
    const chance = this.#kernel.stream(this.#address, 'remote fix').chance(this.#values.remoteFixShare);
    const frees = remote === 'frees' || (remote === 'by-chance' && chance);
    if (!frees) return this.#end(false);
    this.#state.awaiting = true;
    this.#tellChart({ type: 'TRIES' });
    this.#tellHelpline(task.machine, { type: 'RECOVER', cartridge: task.cartridge, frees });
  }

  #end(freed: boolean): void {
    const task = this.#state.helping;
    if (!task) return;
    const { machine, cartridge } = task;
    this.#tellChart({ type: 'ENDS', machine, cartridge, freed });
    this.#tellHelpline(machine, { type: 'REMOTE_DONE', cartridge, freed });
    this.#free();
  }

  #free(): void {
    this.#kernel.cancelTimer(this.#address, 'work');
    this.#state.helping = null;
    this.#state.awaiting = false;
    if (!this.#availability.hours.isOpen(this.#kernel.now_us)) {
      this.#tellChart({ type: 'CLOSES' });
      for (const { machine } of this.#state.promised) this.#tellHelpline(machine, { type: 'CANNOT_COME' });
      this.#state.promised = [];
      return;
    }
    const next = this.#state.promised.shift();
    if (!next) return;
    const { machine } = next;
    this.#tellChart({ type: 'ANSWERS', machine, answer: 'helping-remotely', reason: 'free', until_us: 0 });
    this.#tellHelpline(machine, { type: 'ANSWER', answer: 'helping-remotely' });
    this.#begin(next);
  }

  #linkLost(machine: string): void {
    if (this.#state.promised.some((task) => task.machine === machine)) {
      this.#forget(machine);
      this.#tellHelpline(machine, { type: 'CANNOT_COME' });
    }
    if (this.#state.helping?.machine === machine) this.#end(false);
  }

  #calledOff(machine: string): void {
    this.#forget(machine);
    if (this.#state.helping?.machine !== machine) return;
    this.#tellChart({ type: 'CALLED_OFF' });
    this.#free();
  }

  #forget(machine: string): void {
    this.#state.promised = this.#state.promised.filter((task) => task.machine !== machine);
  }

  #after(delayMin: number, key: string, event: KernelEvent): void {
    this.#kernel.setTimer(this.#address, key, this.#kernel.now_us + Math.round(delayMin * US_PER_MIN), event);
  }

  #tellChart(event: KernelEvent): void {
    this.#kernel.post(this.#desk.id, event);
  }

  #tellHelpline(machine: string, event: KernelEvent): void {
    this.#kernel.post(`${machine}/helpline`, { ...event, contact: this.#desk.id });
  }
}
