import { describe, expect, it } from 'vitest';
import { Master, type MasterOptions, type Outcome, type WireFrame } from './Master.js';
import { encodeReply, type ModbusReply, type ModbusRequest } from './modbusPdu.js';
import { frameRtu } from './rtuFrame.js';
import { frameTcp, unframeTcp } from './tcpFrame.js';
import { wireTime_us } from './wireTiming.js';

const READ: ModbusRequest = { function: 4, address: 0x10, count: 1 };
const WRITE: ModbusRequest = { function: 6, address: 0x10, value: 30 };
const registers = (value: number): ModbusReply => ({ is: 'registers', values: [value] });
const rtu = (request: ModbusRequest, reply: ModbusReply, unit = 1) => frameRtu({ unit, pdu: encodeReply(request, reply) });

/** A master, the outcomes in their order, and what it dropped. */
function bench(options: Partial<MasterOptions> = {}) {
  const outcomes: { readonly name: string; readonly outcome: Outcome; readonly now_us: number }[] = [];
  const frames: WireFrame[] = [];
  const master = new Master({ framing: 'rtu', onFrame: (frame) => frames.push(frame), ...options });
  const ask = (name: string, request: ModbusRequest, priority: 'command' | 'poll' | 'figure' = 'poll') =>
    master.request(request, priority, (outcome, now_us) => outcomes.push({ name, outcome, now_us }));
  return { master, outcomes, frames, ask };
}

describe('a master on a serial wire', () => {
  it('waits 1.75 ms before its first frame, and after each frame that it heard', () => {
    const { master, ask } = bench();
    master.open(100);
    ask('a', READ);
    ask('b', READ);
    expect(master.next_us).toBe(1_850);
    expect(master.advance(1_849)).toBeNull();
    expect(master.advance(1_850)).toHaveLength(8);
    master.receive(rtu(READ, registers(1)), 5_000);
    expect(master.next_us).toBe(6_750);
    expect(master.advance(6_749)).toBeNull();
    expect(master.advance(6_750)).toHaveLength(8);
  });

  it('puts commands before polls and polls before figures, between transactions', () => {
    const { master, outcomes, ask } = bench();
    ask('figure', READ, 'figure');
    let now_us = 0;
    expect(master.advance(now_us)).not.toBeNull();
    ask('poll', READ, 'poll');
    ask('command', WRITE, 'command');
    expect(master.advance(now_us)).toBeNull();
    for (let n = 0; n < 3; n++) {
      now_us += 10_000;
      master.receive(rtu(n === 1 ? WRITE : READ, n === 1 ? { is: 'written' } : registers(n)), now_us);
      now_us += 1_750;
      master.advance(now_us);
    }
    expect(outcomes.map(({ name }) => name)).toEqual(['figure', 'command', 'poll']);
  });

  it('repeats twice after 60 ms each, then says silent; a command that comes meanwhile goes first', () => {
    const { master, outcomes, frames, ask } = bench();
    ask('poll', READ);
    master.advance(0);
    const deadline_us = wireTime_us(8) + 60_000;
    expect(master.next_us).toBe(deadline_us);
    ask('command', WRITE, 'command');
    for (let at = master.next_us; at !== null; at = master.next_us) master.advance(at);
    expect(frames.map(({ request }) => request?.function)).toEqual([4, 6, 6, 6, 4, 4]);
    expect(outcomes.map(({ name, outcome }) => [name, outcome.is])).toEqual([
      ['command', 'silent'],
      ['poll', 'silent'],
    ]);
    expect(master.counters).toMatchObject({ sent: 6, repeated: 4, timeouts: 6, silent: 2, answered: 0 });
    expect(master.lastAnswer_us).toBeNull();
  });

  it('takes a reply that comes in pieces, with noise around it', () => {
    const { master, outcomes, frames, ask } = bench();
    ask('a', READ);
    master.advance(0);
    const reply = rtu(READ, registers(0x1234));
    master.receive(Uint8Array.from([0x00, 0x01, 0x04]), 1_000);
    for (const byte of reply) master.receive(Uint8Array.from([byte]), 30_000);
    master.receive(Uint8Array.from([0xff]), 30_100);
    master.advance(40_000);
    expect(outcomes[0]?.outcome.reply).toEqual(registers(0x1234));
    expect(frames.filter(({ is }) => is === 'garbled').map(({ bytes }) => [...bytes])).toEqual([[0, 1, 4], [0xff]]);
    expect(master.counters.garbled).toBe(2);
  });

  it('drops garbled, foreign and unasked frames, each by its name', () => {
    const { master, outcomes, ask } = bench();
    const good = rtu(READ, registers(1));
    master.receive(good, 0);
    master.advance(1_750);
    expect(master.counters).toMatchObject({ late: 1, foreign: 0, garbled: 0 });
    ask('a', READ);
    master.advance(4_000);
    master.receive(rtu(READ, registers(2), 9), 6_000);
    master.receive(Uint8Array.from([...good.slice(0, -1), 0]), 20_000);
    expect(outcomes).toEqual([]);
    master.receive(good, 30_000);
    expect(outcomes[0]?.outcome).toMatchObject({
      is: 'reply',
      doubtful: true,
      asked_us: 4_000 + wireTime_us(8),
      answered_us: 30_000,
    });
  });

  it('believes an answer without doubt only while all goes well', () => {
    const { master, outcomes, ask } = bench();
    ask('a', READ);
    master.advance(0);
    master.receive(rtu(READ, registers(1)), 5_000);
    master.receive(rtu(READ, registers(1)), 5_100);
    ask('b', READ);
    master.advance(7_000);
    master.receive(rtu(READ, registers(2)), 12_000);
    ask('c', READ);
    master.advance(3_000_000);
    master.receive(rtu(READ, registers(2)), 3_005_000);
    expect(outcomes.map(({ outcome }) => outcome.is === 'reply' && outcome.doubtful)).toEqual([false, true, false]);
  });

  it('an exception is an answer', () => {
    const { master, outcomes, ask } = bench();
    ask('a', WRITE);
    master.advance(0);
    master.receive(rtu(WRITE, { is: 'exception', code: 6 }), 5_000);
    expect(outcomes[0]?.outcome).toMatchObject({ is: 'exception', reply: { code: 6 } });
    expect(master.counters).toMatchObject({ exceptions: 1, answered: 0 });
  });

  it('a wire that goes ends all that waits', () => {
    const { master, outcomes, ask } = bench();
    ask('a', READ);
    ask('b', WRITE, 'command');
    master.advance(0);
    master.close(10);
    expect(outcomes.map(({ outcome }) => outcome.is)).toEqual(['closed', 'closed']);
    expect(master.isIdle).toBe(true);
    expect(master.next_us).toBeNull();
  });
});

describe('a master over TCP', () => {
  const answer = (sent: Uint8Array, request: ModbusRequest, reply: ModbusReply) => {
    const unframed = unframeTcp(sent);
    if ('error' in unframed) throw new Error(unframed.error);
    return frameTcp({ ...unframed.frame, pdu: encodeReply(request, reply) });
  };

  it('needs no silences, and tells replies by their numbers', () => {
    const { master, outcomes, ask } = bench({ framing: 'tcp' });
    master.open(5);
    ask('a', READ);
    const first = master.advance(5) as Uint8Array;
    expect(first).toHaveLength(12);
    expect(master.next_us).toBe(1_000_005);
    const second = master.advance(1_000_005) as Uint8Array;
    master.receive(answer(first, READ, registers(1)), 1_000_010);
    expect(outcomes).toEqual([]);
    const right = answer(second, READ, registers(2));
    master.receive(right.slice(0, 5), 1_000_020);
    master.receive(right.slice(5), 1_000_030);
    expect(outcomes[0]?.outcome).toMatchObject({ reply: registers(2), doubtful: false });
    expect(master.counters).toMatchObject({ late: 1, timeouts: 1, repeated: 1, answered: 1 });
  });

  it('a stream without frames is broken until it is opened anew', () => {
    const { master, outcomes, ask } = bench({ framing: 'tcp' });
    ask('a', READ);
    const sent = master.advance(0) as Uint8Array;
    master.receive(new TextEncoder().encode('HTTP/1.1 400 Bad Request'), 10);
    expect(master.isBroken).toBe(true);
    master.receive(answer(sent, READ, registers(1)), 20);
    expect(outcomes).toEqual([]);
    master.open(30);
    expect(master.isBroken).toBe(false);
    master.receive(answer(sent, READ, registers(1)), 40);
    expect(outcomes).toHaveLength(1);
  });
});
