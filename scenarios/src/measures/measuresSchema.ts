import { z } from 'zod';
import type { Measures } from './Measures.js';

/** Negative where the entries of a trace are odd: then it is the reader who should see it, not the file that is refused. */
const whole = z.int();
const maybe = whole.nullable();
const text = z.string();
const maybeText = text.nullable();
const quantiles = z.strictObject({ count: whole, medianMs: maybe, p95Ms: maybe, longestMs: maybe });

const doses = z.strictObject({
  due: whole,
  didNotCome: whole,
  served: whole,
  leftWithout: whole,
  leftWithoutBy: z.array(z.strictObject({ cause: text, count: whole })),
  waiting: whole,
  notYetCome: whole,
  came: whole,
  cameInWindow: whole,
});

const jam = z.strictObject({
  machine: text,
  cartridge: whole,
  mode: text,
  jammed_us: whole,
  person: maybeText,
  noticed_us: maybe,
  noticedBy: maybeText,
  nobodyFree_us: z.array(whole),
  remoteRecoveries: z.array(z.strictObject({ at_us: whole, by: text, freed: z.boolean() })),
  doorOpened_us: maybe,
  doorOpenedBy: maybeText,
  doorOpenedRole: maybeText,
  cleared_us: maybe,
  clearedHow: maybeText,
  toNoticeMs: maybe,
  toOpenMs: maybe,
  toClearMs: maybe,
});

const call = z.strictObject({
  contact: text,
  machine: text,
  asked_us: whole,
  answers: z.array(z.strictObject({ at_us: whole, answer: text, reason: text, until_us: maybe })),
  setOff_us: maybe,
  onSite_us: maybe,
  wentHome_us: maybe,
  toAnswerMs: maybe,
  toOnSiteMs: maybe,
  spentMs: whole,
});

const count = z.strictObject({
  machine: text,
  cartridge: whole,
  counted_us: whole,
  loaded: whole,
  dispensed: whole,
  rejected: whole,
  remaining: whole,
  unknown: whole,
});

/** Measures as a record's last line holds them. */
export const measuresSchema: z.ZodType<Measures> = z.strictObject({
  end_us: whole,
  doses,
  waiting: z.strictObject({ served: quantiles, leftWithout: quantiles }),
  states: z.array(z.strictObject({ address: text, times: z.array(z.strictObject({ state: text, ms: whole, entered: whole })) })),
  jams: z.array(jam),
  calls: z.array(call),
  orders: z.strictObject({ begun: whole, dropped: whole, recovered: whole, jammed: whole, refused: whole, begunTwice: whole }),
  counts: z.array(count),
  palm: z.strictObject({
    attempts: whole,
    matched: whole,
    notMatched: whole,
    failedToAcquire: whole,
    poorQuality: whole,
    lockedOut: whole,
    overrides: whole,
  }),
  nobodyCouldHelp: z.array(
    z.strictObject({
      machine: text,
      from_us: whole,
      to_us: maybe,
      ms: whole,
      because: z.array(z.strictObject({ contact: text, answer: text, reason: text })),
    }),
  ),
});
