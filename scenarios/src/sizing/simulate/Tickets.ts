import { ChartRows, type Told } from './ChartRows.js';
import type { Crew } from './Crew.js';
import { Help } from './Help.js';
import type { PlanModel } from './PlanModel.js';
import type { Tally } from './Tally.js';
import { NEVER } from './WeekClock.js';

/** What a machine's ticket waits for. */
type Step = 'noticed' | 'desk' | 'remote-done' | 'sets-off' | 'arrived' | 'cleared' | 'part-came';

/**
 * One ticket a machine, on the table of the house's chart `ticket`: everything wrong with it at one time (Z9). `Help` says when an event
 * comes, the chart what it leads to. All steps of a visit that the chart times lie within the visit's minutes.
 */
export class Tickets {
  readonly chart: ChartRows;
  /** By machine: when its ticket goes on, on its site's clock; `NEVER` where it has none. */
  readonly dueAt: Float64Array;
  readonly #model: PlanModel;
  readonly #help: Help;
  readonly #tally: Tally;
  readonly #onCleared: (machine: number, minute: number) => void;
  readonly #next: Step[];
  readonly #arrivesAt: Float64Array;
  readonly #count: Int32Array;
  /** By machine: a part is needed, and has come. */
  readonly #partNeeded: Uint8Array;
  readonly #partCame: Uint8Array;
  /** By machine: cartridges to be freed by the visit. */
  readonly #toFree: Int32Array;
  readonly #freed: Int32Array;

  constructor(model: PlanModel, crew: Crew, tally: Tally, onCleared: (machine: number, minute: number) => void) {
    const { machines } = model;
    this.#model = model;
    this.#help = new Help(model, crew);
    this.#tally = tally;
    this.#onCleared = onCleared;
    this.chart = new ChartRows('ticket', machines);
    this.dueAt = new Float64Array(machines).fill(NEVER);
    this.#next = new Array<Step>(machines).fill('noticed');
    this.#arrivesAt = new Float64Array(machines);
    this.#count = new Int32Array(machines);
    this.#partNeeded = new Uint8Array(machines);
    this.#partCame = new Uint8Array(machines);
    this.#toFree = new Int32Array(machines);
    this.#freed = new Int32Array(machines);
  }

  isOpen(machine: number): boolean {
    return (this.#toFree[machine] as number) > 0;
  }

  /** A fault: opens a ticket, or joins the one that is open. */
  add(machine: number, minute: number, needsPart: boolean): void {
    if (needsPart) this.#partNeeded[machine] = 1;
    this.#toFree[machine] = (this.#toFree[machine] as number) + 1;
    if ((this.#toFree[machine] as number) > 1) return;
    this.chart.send(machine, 'JAMMED');
    this.#count[machine] = (this.#count[machine] as number) + 1;
    this.#wait(machine, 'noticed', this.#help.noticed(machine, this.#count[machine] as number, minute));
  }

  /** The step that is due. */
  advance(machine: number): void {
    const minute = this.dueAt[machine] as number;
    switch (this.#next[machine] as Step) {
      case 'noticed':
        this.chart.send(machine, 'NOTICED');
        this.chart.send(machine, 'DESK_CALLED');
        return this.#wait(machine, 'desk', this.#help.deskAnswers(machine, minute));
      case 'desk':
        this.chart.send(machine, 'HELPED_REMOTELY');
        return this.#wait(machine, 'remote-done', minute + this.#model.chances.remoteMinutes);
      case 'remote-done':
        return this.#remoteDone(machine, minute);
      case 'sets-off':
        this.chart.send(machine, 'SETS_OFF');
        return this.#wait(machine, 'arrived', this.#arrivesAt[machine] as number);
      case 'arrived':
        this.chart.send(machine, 'ARRIVED');
        return this.#wait(machine, 'cleared', minute + this.#model.chances.clearMinutes);
      case 'cleared':
        return this.#visit(machine, minute);
      case 'part-came':
        this.#partCame[machine] = 1;
        this.chart.send(machine, 'PART_CAME');
        return this.#sendFor(machine, minute, true);
    }
  }

  #remoteDone(machine: number, minute: number): void {
    if (this.#partNeeded[machine] === 0 && this.#help.isFixedFromAfar(machine, this.#count[machine] as number)) {
      this.chart.send(machine, 'ALL_CLEAR');
      return this.#cleared(machine, minute);
    }
    this.chart.send(machine, 'ASK');
    this.#sendFor(machine, minute, false);
  }

  #sendFor(machine: number, minute: number, isAgain: boolean): void {
    const { who, setsOff, arrives, waited, km } = this.#help.comes(machine, this.#count[machine] as number, minute, isAgain);
    this.#tally.waiting_min += waited;
    this.#tally.technician_km += km;
    this.chart.send(machine, who === 'whoever-restocks' ? 'CHAIN_ASKED' : 'HELP_COMES');
    if (who !== 'technician') {
      if (who === 'key-holder') this.chart.send(machine, 'SETS_OFF');
      return this.#wait(machine, 'arrived', arrives);
    }
    this.chart.send(machine, 'ALL_PROMISED');
    this.#arrivesAt[machine] = arrives;
    this.#wait(machine, 'sets-off', setsOff);
  }

  /** The rest of a visit, from the opening door to the signed count. */
  #visit(machine: number, minute: number): void {
    this.#freed[machine] = 0;
    let told: readonly Told[] | null = [];
    for (let steps = 0; told !== null; steps++) {
      if (steps > 100_000) throw new Error('the visit of a ticket came to no end');
      const reply = this.#replyTo(machine, told);
      if (reply === 'ALL_CLEAR' || reply === 'PARTS_AWAITED') return this.#signed(machine, minute, reply);
      told = reply === null ? this.chart.fire(machine) : this.chart.send(machine, reply);
    }
    throw new Error('the chart of a ticket stands still in a visit');
  }

  #signed(machine: number, minute: number, reply: 'ALL_CLEAR' | 'PARTS_AWAITED'): void {
    if (reply === 'ALL_CLEAR') this.chart.send(machine, 'COUNTED');
    this.chart.send(machine, reply);
    if (reply === 'ALL_CLEAR') return this.#cleared(machine, minute);
    this.#wait(machine, 'part-came', minute + this.#model.chances.partMinutes);
  }

  /** What the parts answer to what the chart told; `null` where it waits for a timer. */
  #replyTo(machine: number, told: readonly Told[]): string | null {
    for (const { role, word } of told) {
      if (role !== 'helpline') continue;
      if (word === 'OPENS') return 'DOOR_OPENED';
      if (word === 'SECOND_WANTED') return 'SECOND_IS_THERE';
      if (word === 'SIGN') return this.#isPartAwaited(machine) ? 'PARTS_AWAITED' : 'ALL_CLEAR';
      if (word === 'NEXT') return this.#nextCartridge(machine);
    }
    return null;
  }

  #nextCartridge(machine: number): string {
    const freed = this.#freed[machine] as number;
    this.#freed[machine] = freed + 1;
    if (freed === (this.#toFree[machine] as number)) return 'NO_MORE';
    if (freed > 0 || this.#partNeeded[machine] === 0) return 'CARTRIDGE';
    return this.#isPartAwaited(machine) ? 'PART_LACKS' : 'PART_FOR';
  }

  #isPartAwaited(machine: number): boolean {
    return this.#partNeeded[machine] === 1 && this.#partCame[machine] === 0;
  }

  #cleared(machine: number, minute: number): void {
    this.#partNeeded[machine] = 0;
    this.#partCame[machine] = 0;
    this.#toFree[machine] = 0;
    this.dueAt[machine] = NEVER;
    this.#onCleared(machine, minute);
  }

  #wait(machine: number, step: Step, until: number): void {
    this.#next[machine] = step;
    this.dueAt[machine] = until;
  }
}
