import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Consumer,
  JetStreamApiError,
  type JetStreamClient,
  type JetStreamManager,
  type JsMsg,
  jetstream,
  jetstreamManager,
} from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { type HereMessage, readHere } from '../../sizing/spread/HereMessage.js';
import { atMost } from './atMost.js';
import { BusFault } from './BusFault.js';
import { prepareStreams } from './busStreams.js';
import { connectNats } from './connectNats.js';
import type { NatsAddress } from './natsAddress.js';
import { SUBJECTS } from './SUBJECTS.js';

export interface BusOptions {
  readonly address: NatsAddress;
  /** What the server's operator sees. */
  readonly name: string;
  /** The path of a NATS credentials file. */
  readonly credentials?: string | undefined;
  /** Told of outages, in sentences. */
  readonly say: (text: string) => void;
  /** Once it says yes, nothing that fails is tried again. */
  readonly isStopped: () => boolean;
}

/** What JetStream says of a subject that holds its one message already. */
const ALREADY_THERE = 10_077;
const BETWEEN_TRIES_MS = 300;
/** A new leader is chosen in less; what fails for longer is said, and said again after a while. */
const SILENT_MS = 8_000;
const SAID_AGAIN_MS = 60_000;
/** How long JetStream may take to answer for the first time: a cluster that has just started chooses its leader. */
const FIRST_ANSWER_MS = 15_000;
const GOODBYE_MS = 2_000;
/** A pull that brings nothing ends after so long. */
const PULL_MS = 1_000;
/** A server that was killed answers nothing: after so long another is asked. */
const ANSWER_MS = 2_000;

/**
 * The line to NATS JetStream on which a study's blocks and results travel. Whatever fails is tried again for ever: a server that is gone
 * comes back, another takes its place, streams that were lost are made anew.
 */
export class Bus {
  readonly #connection: NatsConnection;
  readonly #client: JetStreamClient;
  readonly #manager: JetStreamManager;
  readonly #say: (text: string) => void;
  readonly #isStopped: () => boolean;
  #isClosing = false;
  #preparing: Promise<unknown> | null = null;

  private constructor(connection: NatsConnection, manager: JetStreamManager, { say, isStopped }: BusOptions) {
    this.#connection = connection;
    this.#manager = manager;
    this.#client = jetstream(connection);
    this.#say = say;
    this.#isStopped = isStopped;
    void this.#tellOutages();
  }

  /** Throws a `BusFault` where there is no server, no JetStream on it, or no way in. */
  static async connect(options: BusOptions): Promise<Bus> {
    const connection = await connectNats(options.address, options.name, options.credentials);
    try {
      const manager = await jetstreamManager(connection, { checkAPI: false, timeout: ANSWER_MS });
      const copies = await firstAnswer(manager, connection);
      if (copies === 1 && connection.info?.cluster !== undefined) {
        options.say('Fewer than three servers of the cluster keep streams: there is one copy of what is under way.');
      }
      return new Bus(connection, manager, options);
    } catch (error) {
      await connection.close();
      throw error;
    }
  }

  /** The most bytes of a message. */
  get mostBytes(): number {
    return this.#connection.info?.max_payload ?? 1_048_576;
  }

  /** Puts a message down for good. The same `id` is taken once; `false` where its subject's place is taken already. `null`: stopped. */
  put(subject: string, message: object, id: string): Promise<boolean | null> {
    return this.#patiently(async () => {
      try {
        const { duplicate } = await this.#client.publish(subject, JSON.stringify(message), { msgID: id, timeout: ANSWER_MS });
        return !duplicate;
      } catch (error) {
        if (error instanceof JetStreamApiError && error.code === ALREADY_THERE) return false;
        throw error;
      }
    });
  }

  /** The last message of a subject, or `null`. */
  last(stream: string, subject: string): Promise<string | null> {
    return this.#patiently(
      async () => (await this.#manager.streams.getMessage(stream, { last_by_subj: subject }))?.string() ?? null,
    );
  }

  purge(stream: string, filter: string): Promise<unknown> {
    return this.#patiently(() => this.#manager.streams.purge(stream, { filter }));
  }

  /** Takes a consumer away; one that is gone already is no fault. */
  async forget(stream: string, consumer: string): Promise<void> {
    await this.#manager.consumers.delete(stream, consumer).catch(() => {});
  }

  /** Hands over one message after another until stopped: `lanes` at a time. `open` makes the consumer, anew where it was lost. */
  async each(
    open: (manager: JetStreamManager, client: JetStreamClient) => Promise<Consumer>,
    lanes: number,
    take: (message: JsMsg) => Promise<void> | void,
    isOver: () => boolean,
  ): Promise<void> {
    const lane = async () => {
      let consumer: Consumer | null = null;
      while (!isOver()) {
        const message: JsMsg | null = await this.#patiently(async () => {
          consumer ??= await open(this.#manager, this.#client);
          try {
            return await consumer.next({ expires: PULL_MS });
          } catch (error) {
            consumer = null;
            throw error;
          }
        }, isOver);
        if (message !== null) await take(message);
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  }

  /** Says who is here to whoever listens; nothing while the line is broken. */
  sayHere(message: HereMessage): void {
    if (!this.#connection.isClosed()) this.#connection.publish(SUBJECTS.here, JSON.stringify(message));
  }

  onHere(hear: (message: HereMessage) => void): void {
    this.#connection.subscribe(SUBJECTS.here, {
      callback: (error, message) => {
        const read = error === null ? readHere(message.string()) : null;
        if (read !== null && 'message' in read) hear(read.message);
      },
    });
  }

  /** Sends what is still to be sent, where the line stands. */
  async close(): Promise<void> {
    this.#isClosing = true;
    await atMost(GOODBYE_MS, this.#connection.drain());
    await this.#connection.close();
  }

  /** Does it until it succeeds; `null` where it was stopped while it failed. */
  async #patiently<T>(act: () => Promise<T>, isOver: () => boolean = this.#isStopped): Promise<T | null> {
    let said_ms: number | null = null;
    for (;;) {
      try {
        return await act();
      } catch (error) {
        if (isOver() || this.#isClosing) return null;
        const now_ms = performance.now();
        said_ms ??= now_ms + SILENT_MS - SAID_AGAIN_MS;
        if (now_ms - said_ms > SAID_AGAIN_MS) {
          said_ms = now_ms;
          this.#say(`The NATS server refuses or does not answer (${(error as Error).message}); trying again for ever.`);
        }
        await sleep(BETWEEN_TRIES_MS);
        // What was lost with a server is made anew; where that fails too, it is tried again with the rest.
        await this.#prepare();
      }
    }
  }

  /** Once for all who failed together. */
  #prepare(): Promise<unknown> {
    this.#preparing ??= prepareStreams(this.#manager)
      .catch(() => {})
      .finally(() => {
        this.#preparing = null;
      });
    return this.#preparing;
  }

  async #tellOutages(): Promise<void> {
    let isOut = false;
    for await (const status of this.#connection.status()) {
      if (this.#isClosing) return;
      if (status.type === 'disconnect' && !isOut) {
        isOut = true;
        this.#say(`The NATS server ${status.server} is gone; looking for it or another for ever. Nothing is lost.`);
      }
      if (status.type === 'reconnect') {
        isOut = false;
        this.#say(`The NATS server ${status.server} answers; going on.`);
      }
    }
  }
}

/** Copies that the streams are kept in. Throws a `BusFault` where JetStream does not answer, or refuses. */
async function firstAnswer(manager: JetStreamManager, connection: NatsConnection): Promise<number> {
  const from_ms = performance.now();
  const isCluster = connection.info?.cluster !== undefined;
  for (;;) {
    try {
      return await prepareStreams(manager);
    } catch (error) {
      const isMissing = (error as Error).name === 'JetStreamNotEnabled';
      const patience_ms = isMissing && !isCluster ? 0 : FIRST_ANSWER_MS;
      if (performance.now() - from_ms < patience_ms) await sleep(BETWEEN_TRIES_MS);
      else throw isMissing ? noJetStream(connection) : refused(connection, error as Error);
    }
  }
}

function noJetStream(connection: NatsConnection): BusFault {
  const how = 'Start it with -js (nats-server -js), or with a jetstream block in its configuration.';
  return new BusFault(
    'surroundings',
    `The NATS server at ${connection.getServer()} has no JetStream, which keeps what is under way. ${how}`,
  );
}

function refused(connection: NatsConnection, { message }: Error): BusFault {
  const how = 'Its account must allow the streams dosetwin-work and dosetwin-kept, 320 MiB together.';
  return new BusFault('surroundings', `JetStream at ${connection.getServer()} does not take our streams (${message}). ${how}`);
}
