import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { JsMsg } from '@nats-io/jetstream';
import type { Region } from '../../sizing/region/Region.js';
import type { Totals } from '../../sizing/simulate/Totals.js';
import { BlockResults } from '../../sizing/spread/BlockResults.js';
import type { JobMessage } from '../../sizing/spread/JobMessage.js';
import { readResult } from '../../sizing/spread/ResultMessage.js';
import type { StudyMessage } from '../../sizing/spread/StudyMessage.js';
import { WaitingBlocks } from '../../sizing/spread/WaitingBlocks.js';
import { type Block, blockKey } from '../../sizing/study/Block.js';
import type { Program } from '../../sizing/study/Program.js';
import { StudyStopped } from '../../sizing/study/StudyStopped.js';
import { studyKey } from '../../sizing/study/studyName.js';
import { atMost } from './atMost.js';
import type { Bus } from './Bus.js';
import { BusFault } from './BusFault.js';
import { KEPT, resultConsumer, WORK } from './busStreams.js';
import { SUBJECTS } from './SUBJECTS.js';
import { WorkersHeard } from './WorkersHeard.js';

export interface BusStudyOptions {
  readonly region: Region;
  readonly seed: number;
  readonly program: Program;
  /** What this run is called on the bus. */
  readonly name: string;
  /** Take what workers have done for this study already, whoever asked for it. */
  readonly goOn: boolean;
  readonly say: (text: string) => void;
  readonly isStopped: () => boolean;
}

const TICK_MS = 200;
const HERE_MS = 2_000;
/** Where nothing came for so long, all that is missing is offered again: what is still in the queue is not taken twice. */
const SILENCE_MS = 15_000;
const GOODBYE_MS = 5_000;
const LANES = 4;
/** Messages on their way to the server at a time. */
const PUTS_AT_ONCE = 32;

/** A study whose blocks are simulated by workers on the bus. Results are taken once, whoever sends them how often. */
export class BusStudy {
  readonly #bus: Bus;
  readonly #options: BusStudyOptions;
  readonly #region: string;
  readonly #key: string;
  /** Of this process alone: a study that is begun again must not be taken for a message that was sent twice. */
  readonly #run = `size-${randomUUID()}`;
  readonly #results = new BlockResults();
  readonly #workers: WorkersHeard;
  readonly #lanes: Promise<void>;
  readonly #timers: readonly NodeJS.Timeout[];
  readonly #waiting = new WaitingBlocks();
  #progress_ms = performance.now();
  /** Results that lay on the bus at the start, those that are not read yet; `null` until that is known. */
  #backlog: number | null = null;
  #isOver = false;

  private constructor(bus: Bus, options: BusStudyOptions) {
    this.#bus = bus;
    this.#options = options;
    this.#region = JSON.stringify(options.region);
    this.#key = studyKey(this.#region, options.seed, options.program);
    this.#workers = new WorkersHeard(options.program, options.say);
    bus.onHere((heard) => this.#workers.hear(heard, performance.now()));
    this.#lanes = bus.each(
      async (manager, client) => {
        const consumer = await resultConsumer(manager, client, this.#key, this.#run);
        this.#backlog ??= (await consumer.info(true)).num_pending;
        return consumer;
      },
      LANES,
      (message) => this.#take(message),
      () => this.#isOver || options.isStopped(),
    );
    this.#timers = [setInterval(() => this.#tick(), TICK_MS), setInterval(() => this.#sayHere(), HERE_MS)];
    this.#sayHere();
  }

  /** Lays the study on the bus. Throws a `BusFault` where the server takes no message of its size. */
  static async begin(bus: Bus, options: BusStudyOptions): Promise<BusStudy> {
    const region = JSON.stringify(options.region);
    const bytes = Buffer.byteLength(region) * 1.1;
    if (bytes > bus.mostBytes) {
      const [is, most] = [bytes, bus.mostBytes].map((size) => `${Math.ceil(size / 1024)} KiB`);
      throw new BusFault(
        'surroundings',
        `The region takes ${is} as a message, and the server takes ${most}: raise its max_payload.`,
      );
    }
    const key = studyKey(region, options.seed, options.program);
    if (!options.goOn) {
      await bus.purge(WORK, SUBJECTS.workOf(options.program, key));
      await bus.purge(KEPT, SUBJECTS.resultsOf(key));
    }
    const study = new BusStudy(bus, options);
    await study.#putStudy();
    while (study.#backlog !== 0 && !options.isStopped()) await sleep(TICK_MS / 10);
    return study;
  }

  /** Tells of each block as its result comes; throws `StudyStopped`, `DigitsDiffer`, or what a simulation ended with. */
  async run(blocks: readonly Block[], onDone: (from: number, totals: readonly (readonly Totals[])[]) => void): Promise<void> {
    if (this.#waiting.missing.length === 0) this.#progress_ms = performance.now();
    const done = this.#waiting.ask(blocks, onDone);
    for (const block of blocks) {
      const known = this.#results.get(blockKey(block));
      if (known !== undefined) this.#waiting.give(blockKey(block), known);
    }
    this.#offer(blocks);
    await done;
  }

  /**
   * Takes what is left of the study off the bus; where it is to be gone on with, what workers have done stays there. A server that does
   * not answer is not waited for: after three days it drops what is left.
   */
  async end(isWhole: boolean): Promise<void> {
    this.#isOver = true;
    for (const timer of this.#timers) clearInterval(timer);
    await atMost(GOODBYE_MS, this.#takeAway(isWhole));
  }

  async #takeAway(isWhole: boolean): Promise<void> {
    await this.#bus.purge(WORK, SUBJECTS.workOf(this.#options.program, this.#key));
    await this.#lanes;
    await this.#bus.forget(KEPT, this.#run);
    if (!isWhole) return;
    await this.#bus.purge(KEPT, SUBJECTS.resultsOf(this.#key));
    await this.#bus.purge(KEPT, SUBJECTS.study(this.#key));
  }

  async #putStudy(): Promise<void> {
    const message: StudyMessage = { format: 'dosetwin study 1', seed: this.#options.seed, region: this.#region };
    await this.#bus.put(SUBJECTS.study(this.#key), message, randomUUID());
  }

  /** Puts those that are still missing into the queue; one that lies there already is not taken twice. */
  #offer(blocks: readonly Block[]): void {
    const offered = [...blocks];
    const put = async () => {
      for (let block = offered.shift(); block !== undefined && !this.#isOver; block = offered.shift()) {
        if (!this.#waiting.isMissing(block)) continue;
        const job: JobMessage = { format: 'dosetwin job 1', study: this.#key, run: this.#run, block };
        await this.#bus.put(SUBJECTS.job(this.#options.program, this.#key, blockKey(block)), job, randomUUID());
      }
    };
    Promise.all(Array.from({ length: PUTS_AT_ONCE }, put)).catch((fault: Error) => this.#waiting.end(fault));
  }

  #take(message: JsMsg): void {
    const { program, say } = this.#options;
    const read = readResult(message.string(), this.#key, program);
    message.ack();
    if (this.#backlog !== null && this.#backlog > 0) this.#backlog--;
    if ('why' in read) {
      say(`A result is refused: ${read.why}. The block goes out again.`);
      return;
    }
    const result = read.message;
    try {
      if (result.outcome === 'done') this.#results.take(result);
      else if (result.run === this.#run)
        throw new Error(`${result.worker} could not simulate the block ${result.block}: ${result.fault}`);
      else return;
    } catch (error) {
      this.#waiting.end(error as Error);
      return;
    }
    this.#progress_ms = performance.now();
    this.#workers.heardFrom(result.worker, this.#progress_ms);
    this.#waiting.give(result.block, this.#results.get(result.block) as readonly Totals[]);
  }

  #tick(): void {
    const { missing } = this.#waiting;
    if (missing.length === 0) return;
    if (this.#options.isStopped()) {
      this.#waiting.end(new StudyStopped());
      return;
    }
    const now_ms = performance.now();
    this.#workers.tellWhoIsMissing(now_ms);
    if (now_ms - this.#progress_ms < SILENCE_MS) return;
    this.#progress_ms = now_ms;
    this.#putStudy()
      .then(() => this.#offer(missing))
      .catch((fault: Error) => this.#waiting.end(fault));
  }

  #sayHere(): void {
    const { name, program } = this.#options;
    this.#bus.sayHere({ format: 'dosetwin here 1', who: 'size', name, program, threads: 0 });
  }
}
