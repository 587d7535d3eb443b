import { encodeRequest } from '../wire/modbusPdu.js';
import { MAGIC, MAP_VERSION, MOST_CARTRIDGES, REGISTER_MAP } from '../wire/registerMap.js';
import { type BlockName, blockPlace, registerPlace } from '../wire/registerNames.js';
import { Broken, must, NotTried } from './Broken.js';
import type { Check } from './Check.js';
import { hex, type Probe } from './Probe.js';

const KNOWN = [3, 4, 6, 16];
const MOST_FUNCTION = 127;
const SET_UP = blockPlace('set-up').address;
const read = (code: 3 | 4, address: number, count: number) => [code, address >> 8, address & 0xff, count >> 8, count & 0xff];
const write = (address: number, value: number) => encodeRequest({ function: 6, address, value });

/** [what, function and data, exception]. */
type Refused = readonly [what: string, pdu: ArrayLike<number>, exception: number];

const BEYOND: readonly Refused[] = [
  ['input 0x0410', read(4, 0x0410, 1), 2],
  ['input 0xFFFF', read(4, 0xffff, 1), 2],
  ['input from 0xFFFF on, two', read(4, 0xffff, 2), 2],
  ['holding 0x0011', read(3, 0x0011, 1), 2],
  ['holding 0xFFFF', read(3, 0xffff, 1), 2],
  ['nine registers of the mailbox', read(3, 0, 9), 2],
  ['a write to 0x0011', write(0x0011, 1), 2],
  ['a write to 0xFFFF', write(0xffff, 1), 2],
  ['two written to the set-up', encodeRequest({ function: 16, address: SET_UP, values: [40, 40] }), 2],
];
const NOT_ALLOWED: readonly Refused[] = [
  ['no register at all', read(4, 0, 0), 3],
  ['126 registers', read(4, 0x0100, 126), 3],
  ['a reading without its count', [4, 0, 0], 3],
  ['a reading with a byte too many', [4, 0, 0, 0, 1, 0], 3],
  ['a writing whose bytes are not twice its registers', [16, 0, 0, 0, 8, 15, ...Array.from({ length: 15 }, () => 0)], 3],
  ['a writing of no registers', [16, 0, 0, 0, 0, 0], 3],
  ['no cartridge fitted', write(SET_UP, 0), 3],
  ['49 cartridges fitted', write(SET_UP, MOST_CARTRIDGES + 1), 3],
];

async function areRefused(probe: Probe, list: readonly Refused[]): Promise<undefined> {
  for (const [what, pdu, exception] of list) {
    const found = await probe.exceptionOf(pdu);
    must(found === exception, `${what}: ${found === 0 ? 'not refused' : `exception ${found}`}, ${exception} was expected`);
  }
  return undefined;
}

/** What a refused request must leave as it is. */
async function stateOf(probe: Probe): Promise<string> {
  const { lastSequence, order, orderPhase, orderMode, statusBoots } = await probe.block('status');
  const { lastToken, motorStarts, recordsWritten } = await probe.block('gauges');
  const { fitted } = await probe.block('set-up');
  return JSON.stringify({
    lastSequence,
    order,
    orderPhase,
    orderMode,
    statusBoots,
    lastToken,
    motorStarts,
    recordsWritten,
    fitted,
  });
}

/** W3 to W7: what is answered, how, and how soon. */
export const REQUEST_CHECKS: readonly Check[] = [
  {
    rule: 'W7',
    tries: `magic ${hex(MAGIC)} and a map of version ${MAP_VERSION >>> 8}`,
    async run(probe) {
      const { magic, mapVersion, firmwareVersion } = await probe.block('identity');
      must(magic === MAGIC, `another device: magic ${hex(magic)}`);
      must(mapVersion >>> 8 === MAP_VERSION >>> 8, `another map: version ${mapVersion >>> 8}`);
      return `firmware ${firmwareVersion >>> 8}.${firmwareVersion & 0xff}`;
    },
  },
  {
    rule: 'W3',
    tries: 'every function but 3, 4, 6 and 16 is answered by exception 1',
    async run(probe) {
      const others = Array.from({ length: MOST_FUNCTION }, (_, i) => i + 1).filter((code) => !KNOWN.includes(code));
      for (const code of others) await areRefused(probe, [[`function ${code}`, [code, 0, 0, 0, 1], 1]]);
      return undefined;
    },
  },
  {
    rule: 'W3',
    tries: 'every block is read whole, and one register more of it by exception 2 not at all',
    async run(probe) {
      for (const { name } of REGISTER_MAP) {
        const { table, address, words, repeats } = blockPlace(name as BlockName);
        const count = words * repeats;
        await probe.registers(table, address, count);
        const tail = Math.min(count, 8);
        const leaving = read(table === 'input' ? 4 : 3, address + count - tail, tail + 1);
        await areRefused(probe, [[`the end of ${name} left behind`, leaving, 2]]);
      }
      return undefined;
    },
  },
  {
    rule: 'W3',
    tries: 'addresses outside the map are answered by exception 2',
    run: async (probe) => areRefused(probe, BEYOND),
  },
  {
    rule: 'W3',
    tries: 'counts and values that are not allowed are answered by exception 3',
    run: async (probe) => areRefused(probe, NOT_ALLOWED),
  },
  {
    rule: 'W3',
    tries: 'unused registers between blocks read as 0',
    async run(probe) {
      for (const [table, from, to] of gaps()) {
        const found = await probe.registers(table, from, to - from);
        must(
          found.every((value) => value === 0),
          `${table} registers ${hex(from)} to ${hex(to - 1)} hold something`,
        );
      }
      return undefined;
    },
  },
  {
    rule: 'W4',
    tries: 'what was refused has changed nothing: no order, token, record, signal or set-up',
    async run(probe) {
      const before = await stateOf(probe);
      await areRefused(probe, [...BEYOND, ...NOT_ALLOWED]);
      const after = await stateOf(probe);
      must(after === before, `before ${before}, after ${after}`);
      return undefined;
    },
  },
  {
    rule: 'W5',
    tries: 'the high register comes first, and no number is torn: 200 readings of a count that rises by one',
    async run(probe) {
      let { framesHeard } = await probe.block('gauges');
      for (let reading = 0; reading < 200; reading++) {
        const [high = 0, low = 0] = await probe.registers('input', registerPlace('framesHeard').address, 2);
        const found = high * 0x10000 + low;
        must(found === framesHeard + 1, `framesHeard read as ${found} after ${framesHeard}`);
        framesHeard = found;
      }
      return undefined;
    },
  },
  {
    rule: 'W5',
    tries: 'the uptime is not torn as its low register passes 65,535',
    async run(probe) {
      const { uptimeMs } = await probe.block('status');
      const left_us = (0x10000 - (uptimeMs % 0x10000)) * 1_000 - 60_000;
      if (left_us > 20_000_000 && !probe.line.isExact) throw new NotTried('it happens every 65.5 s, and not soon');
      await probe.line.pause(Math.max(0, left_us));
      let last = (await probe.block('status')).uptimeMs;
      for (let reading = 0; reading < 40; reading++) {
        const now = (await probe.block('status')).uptimeMs;
        must(now >= last && now - last < 1_000, `the uptime went from ${last} to ${now} ms`);
        last = now;
      }
      return undefined;
    },
  },
];

/** W6 looks back at all that was asked: it goes last. */
export const ANSWER_TIME: Check = {
  rule: 'W6',
  tries: 'every answer of this run began within 20 ms of the end of its request',
  run(probe) {
    const times = probe.exchanges.flatMap(({ took_us }) => (took_us === null ? [] : [took_us])).sort((a, b) => a - b);
    const [middle, worst] = [times[times.length >> 1] ?? 0, times.at(-1) ?? 0];
    const found = `${times.length} answers, the middle one after ${inMs(middle)} ms, the last after ${inMs(worst)} ms`;
    // Elsewhere an adapter or a scheduler may keep single ones, and the board is not to blame.
    const isKept = probe.line.isExact ? worst <= 20_000 : middle <= 20_000;
    return isKept ? Promise.resolve(found) : Promise.reject(new Broken(found));
  },
};

function inMs(us: number): string {
  return `${Math.floor(us / 1_000)}.${Math.floor((us % 1_000) / 100)}`;
}

/** Between the blocks of each table. */
function gaps(): [table: 'input' | 'holding', from: number, to: number][] {
  return (['input', 'holding'] as const).flatMap((table) => {
    const places = REGISTER_MAP.map(({ name }) => blockPlace(name as BlockName)).filter((place) => place.table === table);
    return places.slice(1).flatMap(({ address }, index) => {
      const before = places[index] as (typeof places)[number];
      const from = before.address + before.words * before.repeats;
      return from < address ? [[table, from, address] as ['input' | 'holding', number, number]] : [];
    });
  });
}
