import type { JsMsg } from '@nats-io/jetstream';
import { whyNotTogether } from '../../sizing/spread/HereMessage.js';
import { type JobMessage, readJob } from '../../sizing/spread/JobMessage.js';
import { doneMessage, failedMessage, type ResultMessage, type Simulated } from '../../sizing/spread/ResultMessage.js';
import { readStudy, type StudyMessage } from '../../sizing/spread/StudyMessage.js';
import { blockKey } from '../../sizing/study/Block.js';
import type { Program } from '../../sizing/study/Program.js';
import { BlockThreads } from '../BlockThreads.js';
import type { Bus } from './Bus.js';
import { KEPT, workConsumer } from './busStreams.js';
import { SUBJECTS } from './SUBJECTS.js';

export interface BusWorkerOptions {
  readonly name: string;
  readonly threads: number;
  readonly program: Program;
  readonly say: (text: string) => void;
  readonly isStopped: () => boolean;
}

const HERE_MS = 2_000;
/** How often the server is told that a block is still being simulated: thrice within its patience. */
const BEAT_MS = 2_000;
/** A block that was given out so often and never ended ends whoever takes it. */
const MOST_DELIVERIES = 20;
/** Studies of which the region is kept: more than one `size` may be at work. */
const STUDIES_KEPT = 4;

/** Simulates blocks of whatever study is on the bus, on threads. May be killed at any moment: what it had begun goes to another. */
export class BusWorker {
  readonly #bus: Bus;
  readonly #options: BusWorkerOptions;
  readonly #threads: BlockThreads;
  readonly #studies = new Map<string, StudyMessage>();
  readonly #refused = new Set<string>();
  #blocks = 0;

  constructor(bus: Bus, options: BusWorkerOptions) {
    this.#bus = bus;
    this.#options = options;
    this.#threads = new BlockThreads(options.threads);
  }

  /** Works until stopped and what was begun has ended; how many blocks were simulated. */
  async run(): Promise<number> {
    const { threads, program, isStopped } = this.#options;
    this.#bus.onHere((heard) => {
      const why = heard.who === 'size' && !this.#refused.has(heard.name) ? whyNotTogether(program, heard) : null;
      if (why === null) return;
      this.#refused.add(heard.name);
      this.#options.say(why);
    });
    const here = setInterval(() => this.#sayHere(), HERE_MS);
    this.#sayHere();
    try {
      // One more than there are threads, so that none waits for the line.
      await this.#bus.each(
        (manager, client) => workConsumer(manager, client, program),
        threads + 1,
        (message) => this.#take(message),
        isStopped,
      );
    } finally {
      clearInterval(here);
      await this.#threads.close();
    }
    return this.#blocks;
  }

  #sayHere(): void {
    const { name, program, threads } = this.#options;
    this.#bus.sayHere({ format: 'dosetwin here 1', who: 'worker', name, program, threads });
  }

  async #take(message: JsMsg): Promise<void> {
    if (this.#options.isStopped()) {
      message.nak();
      return;
    }
    const beat = setInterval(() => message.working(), BEAT_MS);
    try {
      const read = readJob(message.string());
      if ('why' in read) this.#end(message, `A message on ${message.subject} is no block (${read.why}); it is taken out.`);
      else await this.#simulate(message, read.message);
    } finally {
      clearInterval(beat);
    }
  }

  async #simulate(message: JsMsg, job: JobMessage): Promise<void> {
    const study = await this.#studyOf(job.study);
    if (study === null) {
      this.#end(message, `The study ${job.study.slice(0, 8)} of a block is not on the bus any more; the block is taken out.`);
      return;
    }
    const result = await this.#resultOf(job, study, message.info.deliveryCount);
    const { study: key, run, block } = result;
    // First the result, then the block: whoever is killed in between leaves a block that is simulated again, to the same digits.
    const put = await this.#bus.put(
      SUBJECTS.result(key, block),
      result,
      `${run}-${this.#options.name}-${message.info.streamSequence}`,
    );
    if (put === null) return;
    message.ack();
    this.#blocks++;
  }

  async #resultOf(job: JobMessage, { region, seed }: StudyMessage, deliveries: number): Promise<ResultMessage> {
    const { name: worker, program } = this.#options;
    const of: Simulated = { study: job.study, run: job.run, block: blockKey(job.block), worker, program };
    if (deliveries > MOST_DELIVERIES) return failedMessage(of, `it was begun ${deliveries} times and never ended`);
    try {
      const [totals = []] = await this.#threads.simulate({ region, seed, blocks: [job.block] });
      return doneMessage(of, totals);
    } catch (error) {
      return failedMessage(of, error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }

  /** The study of a key, fetched once; `null` where it is gone, or what lies there is another. */
  async #studyOf(key: string): Promise<StudyMessage | null> {
    const known = this.#studies.get(key);
    if (known !== undefined) return known;
    const text = await this.#bus.last(KEPT, SUBJECTS.study(key));
    const read = text === null ? null : readStudy(text, key, this.#options.program);
    if (read === null || 'why' in read) return null;
    for (const oldest of [...this.#studies.keys()].slice(0, -STUDIES_KEPT + 1)) this.#studies.delete(oldest);
    this.#studies.set(key, read.message);
    return read.message;
  }

  #end(message: JsMsg, why: string): void {
    message.term();
    this.#options.say(why);
  }
}
