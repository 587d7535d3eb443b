import {
  AckPolicy,
  type Consumer,
  DeliverPolicy,
  DiscardPolicy,
  JetStreamApiError,
  type JetStreamClient,
  type JetStreamManager,
  RetentionPolicy,
  StorageType,
  type StreamConfig,
} from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import type { Program } from '../../sizing/study/Program.js';
import { SUBJECTS } from './SUBJECTS.js';

/** Blocks to be simulated, until somebody has; and studies with their results, until they were read. */
export const WORK = 'dosetwin-work';
export const KEPT = 'dosetwin-kept';

const DAY_MS = 24 * 3_600_000;
const MIB = 2 ** 20;
/** What a worker has begun and does not beat for goes to another after so long. */
const ACK_WAIT_MS = 6_000;
/** What JetStream says where a server stands alone, and where too few of a cluster are there for so many copies. */
const TOO_FEW_SERVERS = [10_005, 10_074];
const OTHER_CONFIGURATION = 10_058;

type Wanted = Partial<StreamConfig> & { readonly name: string };

/** A block is in the queue at most once, by its subject; whatever nobody fetches is gone after three days. */
const STREAMS: readonly Wanted[] = [
  {
    name: WORK,
    subjects: [SUBJECTS.work],
    retention: RetentionPolicy.Workqueue,
    discard: DiscardPolicy.New,
    discard_new_per_subject: true,
    max_msgs_per_subject: 1,
    max_bytes: 64 * MIB,
  },
  {
    name: KEPT,
    subjects: [...SUBJECTS.kept],
    retention: RetentionPolicy.Limits,
    discard: DiscardPolicy.Old,
    max_msgs_per_subject: 1,
    max_bytes: 256 * MIB,
  },
];

/** Makes the streams where they are not there, in three copies where the cluster has three servers. Returns the copies kept. */
export async function prepareStreams(jsm: JetStreamManager): Promise<number> {
  let copies = 3;
  for (const stream of STREAMS) copies = Math.min(copies, await prepareStream(jsm, stream));
  return copies;
}

async function prepareStream(jsm: JetStreamManager, wanted: Wanted): Promise<number> {
  const config = { ...wanted, storage: StorageType.File, max_age: nanos(3 * DAY_MS), duplicate_window: nanos(120_000) };
  for (const num_replicas of [3, 1]) {
    try {
      await addOrUpdate(jsm, { ...config, num_replicas });
      return num_replicas;
    } catch (error) {
      const tooFew = error instanceof JetStreamApiError && TOO_FEW_SERVERS.includes(error.code);
      if (!tooFew || num_replicas === 1) throw error;
    }
  }
  return 1;
}

async function addOrUpdate(jsm: JetStreamManager, config: Wanted): Promise<void> {
  try {
    await jsm.streams.add(config);
  } catch (error) {
    if (!(error instanceof JetStreamApiError) || error.code !== OTHER_CONFIGURATION) throw error;
    await jsm.streams.update(config.name, config);
  }
}

/** The queue of this program's work, shared by all of its workers. */
export async function workConsumer(jsm: JetStreamManager, js: JetStreamClient, program: Program): Promise<Consumer> {
  const info = await jsm.consumers.add(WORK, {
    durable_name: `workers-${program.sources.slice(0, 32)}`,
    filter_subject: SUBJECTS.workFor(program),
    ack_policy: AckPolicy.Explicit,
    ack_wait: nanos(ACK_WAIT_MS),
    deliver_policy: DeliverPolicy.All,
    inactive_threshold: nanos(3 * DAY_MS),
  });
  return js.consumers.getConsumerFromInfo(info);
}

/** Results of a study for one run of `size`, from the first that is kept. */
export async function resultConsumer(jsm: JetStreamManager, js: JetStreamClient, study: string, run: string): Promise<Consumer> {
  const info = await jsm.consumers.add(KEPT, {
    durable_name: run,
    filter_subject: SUBJECTS.resultsOf(study),
    ack_policy: AckPolicy.Explicit,
    ack_wait: nanos(ACK_WAIT_MS),
    deliver_policy: DeliverPolicy.All,
    inactive_threshold: nanos(3_600_000),
  });
  return js.consumers.getConsumerFromInfo(info);
}
