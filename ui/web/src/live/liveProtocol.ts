import { z } from 'zod';
import type { BenchFacts, VerdictFacts } from '../worker/BenchFacts.js';

/** Both sides speak this number, or do not speak. It grows with every change that an older side would misread. */
export const LIVE_PROTOCOL = 1;
/** Where a server's sockets are, below its address. */
export const LIVE_PATH = '/live';
/** A larger message to the server ends the connection (close code 1009). */
export const LARGEST_MESSAGE_BYTES = 64 * 1024;

/** `act`: hands, faults, answers to prompts, pausing and pace. `arm`: lets real motors move. Each includes those before it. */
export const LIVE_RIGHTS = ['watch', 'act', 'arm'] as const;
export type LiveRight = (typeof LIVE_RIGHTS)[number];

/** Times real time; 0 stands for as fast as can be. */
export const LIVE_PACES = [1, 10, 60, 0] as const;
export type LivePace = (typeof LIVE_PACES)[number];

/** Why the server refuses or ends; `says` is for people, this is for programs. */
export const LIVE_ERRORS = [
  'bad-message',
  'other-protocol',
  'no-such-link',
  'join-first',
  'too-fast',
  'too-many-viewers',
  'not-allowed',
  'not-possible',
  'finished',
  'failed',
  'closing',
] as const;
export type LiveErrorName = (typeof LIVE_ERRORS)[number];

/** Close codes of our own (RFC 6455 keeps 4000 to 4999 for that): after these, coming back with the same link is no use. */
export const CLOSE_FOR_GOOD = { badMessage: 4400, noSuchLink: 4401, otherProtocol: 4409, tooFast: 4429 } as const;

const index = z.int().min(0);
const instant_us = z.int().min(0);
/** The sender's own number for a request, given back with its answer. */
const id = z.int().min(0);
const packages = z.int().min(0).max(999);
const word = z.string().min(1).max(80);
const value = z.union([z.string().max(80), z.int(), z.boolean()]);
/** What an entry holds: a board's wire speaks in whole sentences. */
const said = z.union([z.string(), z.int(), z.boolean()]);
const pace = z.union([z.literal(1), z.literal(10), z.literal(60), z.literal(0)]);

/** What somebody does: an input without its instant, which is when the server takes it. */
const deed = z
  .object({ role: word, kind: word })
  .catchall(value)
  .refine((one) => Object.keys(one).length <= 12 && !('t_us' in one));
export type LiveDeed = z.infer<typeof deed>;

/** To the server. The first is `join`; all are strict, so that nothing is sent in vain. */
export const toLive = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('join'),
    protocol: z.int(),
    /** From the link; without it, the right that needs none. */
    token: z.string().max(200).optional(),
    /** The run and stream of an earlier connection, and how many entries of it are here already. */
    back: z.strictObject({ run: z.string().max(80), stream: z.enum(['whole', 'watched']), since: index }).optional(),
  }),
  z.strictObject({ type: z.literal('act'), id, deed }),
  z.strictObject({ type: z.literal('control'), id, pause: z.boolean().optional(), pace: pace.optional() }),
  /** `inert`: the one who arms has seen that only inert packages are loaded. */
  z.strictObject({ type: z.literal('arm'), id, inert: z.literal(true) }),
  z.strictObject({ type: z.literal('disarm'), id }),
  /** Whoever stands at a real machine has done what prompt number `prompt` asks; `count`: what was counted, where it asks for that. */
  z.strictObject({
    type: z.literal('answer'),
    id,
    prompt: z.int().min(1),
    count: z.strictObject({ onCoil: packages, rejected: packages }).optional(),
  }),
]);
export type ToLive = z.infer<typeof toLive>;

const state = z.object({
  /** How many entries the viewer's stream has; none at or before `now_us` is missing from them. */
  count: index,
  now_us: instant_us,
  /** Set by people; the run also stands still at its end. */
  paused: z.boolean(),
  pace,
  finished: z.boolean(),
  /** Why the run stands still for good, in words; `null` while it does not. */
  failed: z.string().nullable(),
  /** How long the run stood behind the clock on the wall when it last slipped, milliseconds, and how often it did. */
  slips: z.object({ count: index, worstMs: z.number().min(0) }),
  /** `null`: nothing real stands below any hinge. */
  armed: z.boolean().nullable(),
  /** Real boards below hinges, and whether each answers. */
  boards: z.array(z.object({ machine: z.string(), port: z.string(), answers: z.boolean() })),
  /** What whoever stands at a real machine is asked to do, the oldest first; `wantsCount`: the answer carries a count. */
  prompts: z.array(z.object({ number: z.int(), machine: z.string(), says: z.string(), wantsCount: z.boolean() })),
  viewers: index,
  /** SPEC T4, over the whole trace; once finished, the run's digests. */
  digests: z.object({ upper: z.string(), lower: z.string() }),
  /** Of the whole run, once it has finished. */
  verdicts: z.array(z.custom<VerdictFacts>(isObject)),
});
export type LiveState = z.infer<typeof state>;

/** `[t_us, level, source, kind, payload]`, as a record's line has them. */
const entry = z.tuple([instant_us, z.int().min(0).max(3), z.string(), z.string(), z.record(z.string(), said)]);
export type LiveEntry = z.infer<typeof entry>;

/** To a viewer. Objects are not strict: a server may say more than an older page knows. */
export const fromLive = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('hello'),
    protocol: z.int(),
    /** Names this run of this server; entries of another run have nothing to do with it. */
    run: z.string(),
    rights: z.array(z.enum(LIVE_RIGHTS)),
    /** `watched` leaves out who comes and when. Each stream counts its own entries. */
    stream: z.enum(['whole', 'watched']),
    /** The first entry that will be sent: `since`, or 0. */
    from: index,
    /** The record's first line; `null` for whoever only watches, since a scenario's text holds people's windows. */
    header: z.record(z.string(), z.unknown()).nullable(),
    facts: z.custom<BenchFacts>(isFacts),
    state,
  }),
  z.object({ type: z.literal('entries'), from: index, entries: z.array(entry) }),
  z.object({ type: z.literal('state'), state }),
  /** A request was done; an act's entry is the first of its source that follows. */
  z.object({ type: z.literal('done'), id }),
  z.object({ type: z.literal('error'), id: id.optional(), name: z.enum(LIVE_ERRORS), says: z.string() }),
]);
export type FromLive = z.infer<typeof fromLive>;

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** Facts come from the same version of dosetwin as the page does, so only their outline is looked at. */
function isFacts(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const facts = value as Readonly<Record<string, unknown>>;
  const lists = ['sites', 'machines', 'people', 'contacts', 'expectations', 'parameters', 'variants'];
  return lists.every((name) => Array.isArray(facts[name])) && typeof facts.length_us === 'number' && isObject(facts.charts);
}

/** A message in its schema, or `null`; text that is no JSON is none. */
export function readMessage<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    const read = schema.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
