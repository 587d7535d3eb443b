import { describe, expect, it } from 'vitest';
import { encodeReply } from './modbusPdu.js';
import { blockPlace } from './registerNames.js';
import { frameRtu } from './rtuFrame.js';
import { type Fate, LinkBench } from './test/LinkBench.js';

const MS = 1_000;
const SECOND_us = 1_000 * MS;
const whole: Fate = { is: 'whole' };
const lost: Fate = { is: 'lost' };
const delayed = (ms: number): Fate => ({ is: 'delayed', by_us: ms * MS });
const clear = (cartridge: number) => ({ name: 'clear', cartridge }) as const;
/** Polls only at whole seconds, so that the frames between are those of the test. */
const benchBetweenPolls = () => new LinkBench({}, {}, [], SECOND_us).start().runTo(1_200 * MS);

describe('replies that answer something else', () => {
  it('[W10] a command whose replies are all lost is taken once, however often it is sent', () => {
    const bench = benchBetweenPolls().meet([whole, lost, whole, lost, whole, lost]);
    bench.link.command(clear(5), 1_220, bench.now_us);
    bench.runTo(4_000 * MS);
    expect(bench.frames.filter(({ request }) => request?.function === 16 && request !== undefined).length).toBeGreaterThan(3);
    expect(bench.board.taken.map(({ command }) => command)).toEqual([clear(5)]);
    expect(bench.of('command-received')).toMatchObject([{ command: clear(5) }]);
    expect(bench.of('silent')).toHaveLength(1);
  });

  it('the late answer to a command is not believed of the next one', () => {
    const bench = benchBetweenPolls().meet([whole, delayed(70), whole, delayed(25), lost]);
    bench.link.command(clear(5), 1_220, bench.now_us);
    bench.link.command(clear(6), 1_221, bench.now_us);
    bench.runTo(4_000 * MS);
    expect(bench.board.taken.map(({ command }) => command)).toEqual([clear(5), clear(6)]);
    expect(bench.of('command-received').map(({ command }) => command)).toEqual([clear(5), clear(6)]);
  });

  it('[W16] the late answer to a reading of the ring is not taken for other slots', () => {
    const bench = benchBetweenPolls();
    for (let n = 1; n <= 8; n++) bench.board.say('surplus', { cartridge: n }, 1_300 * MS);
    bench.at(1_999 * MS, () => bench.meet([whole, whole, whole, delayed(70), whole, delayed(25), lost]));
    bench.runTo(5_100 * MS);
    expect(bench.signals.map(({ sequence, args }) => [sequence, args.cartridge])).toEqual(
      Array.from({ length: 8 }, (_, n) => [n + 1, n + 1]),
    );
  });

  it.each([1, 2, 3])('[W16] the late answer to a status is not taken for %d slots of the ring', (signals) => {
    const bench = benchBetweenPolls();
    for (let n = 1; n <= signals; n++) bench.board.say('surplus', { cartridge: n }, 1_300 * MS);
    // The answer to the repeat comes while slots are asked for; its first number, the boots, is the sequence that is waited for.
    bench.at(1_999 * MS, () => bench.meet([whole, delayed(70), whole, delayed(25), whole, lost]));
    bench.runTo(5_100 * MS);
    expect(bench.of('unknown-signal')).toEqual([]);
    expect(bench.signals.map(({ args }) => args.cartridge)).toEqual(Array.from({ length: signals }, (_, n) => n + 1));
  });

  it('[W8] [W15] a status of a time that has passed is read again, and changes nothing', () => {
    const bench = benchBetweenPolls();
    bench.board.say('surplus', { cartridge: 1 }, 1_300 * MS);
    bench.runTo(2_500 * MS);
    const { address, words: count } = blockPlace('status');
    const old = encodeReply({ function: 4, address, count }, { is: 'registers', values: [0, 1, ...Array(count - 2).fill(0)] });
    bench.at(3_003 * MS, (now_us) => bench.link.receive(frameRtu({ unit: 1, pdu: old }), now_us));
    bench.runTo(5_100 * MS);
    expect(bench.of('restarted')).toEqual([]);
    expect(bench.signals.map(({ sequence }) => sequence)).toEqual([1]);
    expect(bench.link.sampled_us).toBe(5_000 * MS);
    expect(bench.link.tickAt(5_000 * MS)).toBe(5_000);
  });

  it('[W7] the late answer to something else, as a board is greeted again, makes no stranger of it', () => {
    const { address, words: count } = blockPlace('identity');
    // Silent for a while: three requests and their repeats are lost.
    const greeted = () => {
      const bench = benchBetweenPolls();
      bench.at(1_999 * MS, () => bench.meet(Array(6).fill(lost)));
      return bench;
    };
    const [first] = greeted()
      .runTo(4_000 * MS)
      .frames.filter(({ t_us, request }) => t_us > 2_000 * MS && request?.function === 4 && request.address === address);
    const bench = greeted();
    const stale = encodeReply({ function: 4, address, count }, { is: 'registers', values: Array(count).fill(7) });
    bench.at((first?.t_us ?? 0) + 2 * MS, (now_us) => bench.link.receive(frameRtu({ unit: 1, pdu: stale }), now_us));
    bench.runTo(5_100 * MS);
    expect(first).toBeDefined();
    expect(bench.of('refused')).toEqual([]);
    expect(bench.of('back')).toHaveLength(1);
    expect(bench.link.standing).toBe('connected');
  });

  it('another board in its place, with fewer starts, is taken for what it is', () => {
    const bench = new LinkBench();
    bench.board.boots = 4;
    bench.start().runTo(200 * MS);
    bench.board.powerOff();
    bench.runTo(500 * MS);
    bench.board.boots = 0;
    bench.board.powerOn(bench.now_us);
    bench.board.say('surplus', { cartridge: 2 }, 600 * MS);
    bench.runTo(2_000 * MS);
    expect(bench.of('restarted')).toEqual([{ is: 'restarted', boot: 1, before: 5 }]);
    expect(bench.signals.map(({ boot, sequence }) => [boot, sequence])).toEqual([[1, 1]]);
  });

  it('[W10] a command for a boot that is over is not said to the next', () => {
    const bench = new LinkBench().start().runTo(200 * MS);
    bench.board.powerOff();
    bench.link.command(clear(5), 220, bench.now_us);
    bench.at(500 * MS, (now_us) => bench.board.powerOn(now_us));
    bench.runTo(4_000 * MS);
    expect(bench.of('command-lost')).toEqual([{ is: 'command-lost', command: clear(5), why: 'restarted', mayHaveArrived: true }]);
    expect(bench.board.taken).toEqual([]);
    expect(bench.link.standing).toBe('connected');
  });
});
