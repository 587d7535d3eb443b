import type { Payload, TraceEntry } from '@dosetwin/twin';
import fc from 'fast-check';

const MACHINES = ['harbour-house-1', 'harbour-house-2'];
const whole = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.maxSafeInteger());
const text = fc.oneof(
  fc.constantFrom('P01', 'P02', 'nurse', 'desk', 'busy', 'closed', 'coming', 'moving', 'hung-up', ''),
  fc.string(),
);
const value = fc.oneof(whole, fc.boolean(), text);

/** Kinds of SPEC's table with the part of the address that says them, and payload keys that matter to somebody. */
const KINDS: readonly (readonly [part: string, kind: string, keys: readonly string[]])[] = [
  ['', 'due', ['window', 'from_us', 'to_us']],
  ['', 'came', ['window', 'in_window']],
  ['', 'served', ['window', 'order', 'waited_us']],
  ['', 'left-without', ['window', 'cause', 'waited_us']],
  ['', 'did-not-come', ['window']],
  ['', 'asked', ['machine']],
  ['', 'answered', ['machine', 'answer', 'reason', 'until_us']],
  ['', 'set-off', ['machine']],
  ['', 'on-site', ['machine']],
  ['', 'went-home', ['machine']],
  ['/session', 'state', ['is', 'on']],
  ['/cartridge-07', 'state', ['is', 'on', 'counter.turns']],
  ['/session', 'jam', ['person', 'order', 'cartridge', 'mode']],
  ['/session', 'dose-given', ['person', 'order', 'cartridge']],
  ['/palm', 'attempt', ['person', 'result', 'quality']],
  ['/mailbox', 'phase', ['order', 'cartridge', 'phase']],
  ['/mechanism', 'door', ['open']],
  ['/mechanism', 'drive', ['cartridge', 'on']],
  ['/inventory', 'count', ['cartridge', 'loaded', 'dispensed', 'rejected', 'remaining', 'unknown', 'why']],
  ['/ticket', 'noticed', ['cartridge', 'mode', 'by']],
  ['/ticket', 'nobody-free', ['cartridge']],
  ['/ticket', 'door-opened', ['by', 'role', 'key_holder']],
  ['/ticket', 'cleared', ['cartridge', 'how']],
];

const entry = fc
  .tuple(
    fc.constantFrom(...KINDS),
    fc.constantFrom(...MACHINES),
    fc.constantFrom('P01', 'P02', 'nurse', 'desk'),
    fc.nat(90_000_000),
  )
  .chain(([[part, kind, keys], machine, who, later_us]) => {
    const source = part === '' ? who : machine + part;
    const level = part === '' || part === '/ticket' ? 3 : part === '/mechanism' ? 0 : part === '/mailbox' ? 1 : 2;
    const payload = fc.record(Object.fromEntries(keys.map((key) => [key, fieldOf(key)])), { requiredKeys: [] });
    return payload.map((fields) => ({ later_us, entry: { level, source, kind, payload: fields as Payload } as const }));
  });

function fieldOf(key: string): fc.Arbitrary<string | number | boolean> {
  if (key === 'machine') return fc.constantFrom(...MACHINES);
  if (key === 'cartridge' || key === 'order' || key === 'window') return fc.integer({ min: 1, max: 3 });
  if (key.endsWith('_us')) return whole;
  return value;
}

/** Random traces for property tests: kinds of SPEC's table with odd payloads, in the order of time. */
export const arbitraryTrace: fc.Arbitrary<TraceEntry[]> = fc.array(entry, { minLength: 1, maxLength: 60 }).map((rows) => {
  let t_us = 0;
  return rows.map(({ later_us, entry }) => {
    t_us += later_us;
    return { t_us, ...entry };
  });
});
