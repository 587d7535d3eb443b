import type { Command } from '@dosetwin/twin';
import { commandRegisters } from '../wire/commandRegisters.js';
import { crc16 } from '../wire/crc16.js';
import { encodeRequest } from '../wire/modbusPdu.js';
import { MOST_COMMANDS, RING_SLOTS } from '../wire/registerMap.js';
import { must, NotTried } from './Broken.js';
import type { Check } from './Check.js';
import { homeCartridge } from './homeCartridge.js';
import { isBusy, namesOf, type Probe } from './Probe.js';

const MOST_AHEAD_MS = 1_000;
const ORDER: Command = { name: 'vend', order: 0xffff_fff0, cartridge: 1 };

const clear = (cartridge: number): Command => ({ name: 'clear', cartridge });
const mailing = (values: readonly number[]) => encodeRequest({ function: 16, address: 0, values });

/** The registers of a command, one of them changed before the check is made, unless it is the check. */
function altered(command: Command, token: number, at: number, value: number): number[] {
  const registers = commandRegisters({ command, token, tick: 0 });
  if (at === 7) return registers.with(7, value);
  const bare = registers.with(at, value);
  const [kept = 0, name = 0, high = 0, low = 0, cartridge = 0] = bare;
  // A right check over wrong content, so that the content alone is judged.
  const bytes = [kept, name, high, low, cartridge, 0, 0].flatMap((word) => [word >>> 8, word & 0xff]);
  return bare.with(7, crc16(bytes));
}

/** [what, function and data, exception]. */
async function areRefused(probe: Probe, list: readonly (readonly [string, ArrayLike<number>, number])[]): Promise<undefined> {
  const { lastToken } = await probe.block('gauges');
  const { lastSequence, order } = await probe.block('status');
  for (const [what, pdu, exception] of list) {
    const found = await probe.exceptionOf(pdu);
    must(found === exception, `${what}: ${found === 0 ? 'not refused' : `exception ${found}`}, ${exception} was expected`);
  }
  must((await probe.block('gauges')).lastToken === lastToken, 'a token of what was refused is kept');
  const after = await probe.block('status');
  must(after.lastSequence === lastSequence && after.order === order, 'what was refused was taken all the same');
  return undefined;
}

/** W9 to W11, and the ring: with `clear` for a cartridge at home, which moves nothing. */
export const COMMAND_CHECKS: readonly Check[] = [
  {
    rule: 'W9',
    tries: 'a wrong check, an unknown command, token 0, order 0, or a tick too far ahead is refused by exception 3',
    async run(probe) {
      const token = probe.nextToken();
      const { uptimeMs } = await probe.block('status');
      const late = commandRegisters({ command: clear(1), token, tick: uptimeMs + MOST_AHEAD_MS + 500 });
      return areRefused(probe, [
        ['a wrong check', mailing(altered(ORDER, token, 7, 0x1234)), 3],
        ['command 0', mailing(altered(clear(1), token, 1, 0)), 3],
        ['command 5', mailing(altered(clear(1), token, 1, 5)), 3],
        ['token 0', mailing(altered(clear(1), 0, 0, 0)), 3],
        ['vend without an order', mailing(commandRegisters({ command: { ...ORDER, order: 0 } as Command, token, tick: 0 })), 3],
        ['unlock without an order', mailing(commandRegisters({ command: { name: 'unlock', order: 0 }, token, tick: 0 })), 3],
        ['a tick 1,500 ahead', mailing(late), 3],
      ]);
    },
  },
  {
    rule: 'W9',
    tries: 'any other way of writing a command is refused by exception 2',
    run(probe) {
      const whole = commandRegisters({ command: clear(1), token: probe.nextToken(), tick: 0 });
      const alone = whole.map(
        (value, address) =>
          [`register ${address} alone`, encodeRequest({ function: 6, address, value }), 2] as [string, Uint8Array, number],
      );
      return areRefused(probe, [
        ...alone,
        ['its first seven registers', mailing(whole.slice(0, 7)), 2],
        ['its last seven registers', encodeRequest({ function: 16, address: 1, values: whole.slice(1) }), 2],
        ['nine registers', mailing([...whole, 0]), 2],
      ]);
    },
  },
  {
    rule: 'W10',
    tries: 'a command with the token of the last one is answered again, and not taken again',
    async run(probe) {
      const cartridge = await homeCartridge(probe);
      const { lastSequence } = await probe.block('status');
      const token = probe.nextToken();
      for (let time = 1; time <= 3; time++) {
        must((await probe.mail(clear(cartridge), { token })) === 0, `time ${time} of a repeated command was refused`);
        await probe.line.pause(30_000);
      }
      must((await probe.block('gauges')).lastToken === token, 'the token is not kept');
      const signals = await probe.signalsAfter(lastSequence);
      must(signals.length === 1, `a command that came three times with one token was taken ${signals.length} times`);
      return undefined;
    },
  },
  {
    rule: 'W10',
    tries: 'a command with a token of before, held up on its way, is answered and not taken',
    async run(probe) {
      const cartridge = await homeCartridge(probe);
      const { lastSequence } = await probe.block('status');
      const old = probe.nextToken();
      for (const token of [old, probe.nextToken(), old]) {
        must((await probe.mail(clear(cartridge), { token })) === 0, 'a command was refused');
        await probe.line.pause(30_000);
      }
      const signals = await probe.signalsAfter(lastSequence);
      must(signals.length === 2, `of two commands, the first of which came again, ${signals.length} were taken`);
      return undefined;
    },
  },
  {
    rule: 'W10',
    tries: 'tokens begin anew with each start',
    needs: ['restart'],
    async run(probe) {
      const cartridge = await homeCartridge(probe);
      const token = probe.nextToken();
      must((await probe.mail(clear(cartridge), { token })) === 0, 'a command was refused');
      await probe.line.restart?.();
      must((await probe.block('gauges')).lastToken === 0, 'a token is kept from the start before');
      must((await probe.mail(clear(cartridge), { token })) === 0, 'a command was refused');
      await probe.line.pause(30_000);
      must(
        (await probe.signalsAfter(0)).some(({ name }) => name === 'cleared'),
        'it was taken for a repetition',
      );
      return undefined;
    },
  },
  {
    rule: 'W11',
    tries: 'eight commands wait, a ninth is answered by exception 6; they are taken in their order, one in a tick, none early',
    run: eightWait,
  },
  {
    rule: 'W15',
    tries: 'sequences rise by one, and the ring holds the last 32, each in its slot',
    async run(probe) {
      const cartridge = await homeCartridge(probe);
      const before = (await probe.block('status')).lastSequence;
      for (let n = 1; n <= RING_SLOTS + 3; n++) {
        await probe.command(clear(cartridge));
        await probe.line.pause(3_000);
        const { lastSequence } = await probe.block('status');
        must(lastSequence === before + n, `after ${n} signals the last sequence is ${lastSequence}, before it was ${before}`);
      }
      const signals = await probe.signalsAfter(0);
      must(signals.length === RING_SLOTS, `the ring holds ${signals.length}`);
      return undefined;
    },
  },
  {
    rule: 'W16',
    tries: 'a slot stays as it is until another signal takes its place',
    async run(probe) {
      const cartridge = await homeCartridge(probe);
      const { lastSequence, statusBoots } = await probe.block('status');
      if (lastSequence < RING_SLOTS) throw new NotTried('the ring is not full');
      const kept = await probe.signalsAfter(lastSequence - 20);
      for (let n = 0; n < 8; n++) {
        await probe.command(clear(cartridge));
        await probe.line.pause(3_000);
      }
      for (const signal of kept) {
        const again = await probe.signal(statusBoots, signal.sequence);
        must(JSON.stringify(again) === JSON.stringify(signal), `the signal of sequence ${signal.sequence} has changed`);
      }
      return undefined;
    },
  },
  {
    rule: 'W17',
    tries:
      'ticks never fall, but where they go round: of the board in 100 readings, and of its signals; and they are milliseconds',
    async run(probe) {
      const from = { ms: (await probe.block('status')).uptimeMs, us: probe.line.now_us() };
      let last = from.ms;
      for (let reading = 0; reading < 100; reading++) {
        const { uptimeMs } = await probe.block('status');
        must(passed(last, uptimeMs) >= 0, `the uptime fell from ${last} to ${uptimeMs} ms`);
        last = uptimeMs;
      }
      const ticks = (await probe.signalsAfter(0)).map(({ tick }) => tick);
      for (const [index, tick] of ticks.entries())
        must(
          passed(ticks[index - 1] ?? tick, tick) >= 0 && passed(tick, last) >= 0,
          `a signal of tick ${tick} stands between others`,
        );
      await probe.line.pause(2_000_000);
      const { uptimeMs } = await probe.block('status');
      const [boardMs, hostMs] = [passed(from.ms, uptimeMs), (probe.line.now_us() - from.us) / 1_000];
      // A resonator is off by 0.5 % at most; a machine between may be late by some ms.
      must(Math.abs(boardMs - hostMs) <= hostMs / 100 + 40, `${boardMs} ms passed on the board, ${Math.round(hostMs)} here`);
      return undefined;
    },
  },
];

/** From one tick of 32 bits to another, the shorter way. */
function passed(from: number, to: number): number {
  return (to - from) | 0;
}

async function eightWait(probe: Probe): Promise<string | undefined> {
  const cartridge = await homeCartridge(probe);
  const { uptimeMs, lastSequence } = await probe.block('status');
  const tick = uptimeMs + MOST_AHEAD_MS - 100;
  for (let n = 1; n <= MOST_COMMANDS; n++) {
    const exception = await probe.mail(clear(cartridge), { tick });
    must(exception === 0, `command ${n} of ${MOST_COMMANDS} that wait was refused by exception ${exception}`);
  }
  const ninth = await probe.mail(clear(cartridge), { tick });
  const status = await probe.block('status');
  if (status.uptimeMs >= tick - 20) throw new NotTried('the line is too slow to fill the queue within a second');
  must(isBusy(ninth), `one command more than wait was answered by ${ninth === 0 ? 'a reply' : `exception ${ninth}`}`);
  must(status.lastSequence === lastSequence, 'a command was taken before its tick');
  const left_us = (tick - status.uptimeMs + 60) * 1_000;
  await probe.line.pause(left_us);
  const signals = await probe.signalsAfter(lastSequence);
  must(signals.length === MOST_COMMANDS, `${signals.length} were taken: ${namesOf(signals)}`);
  for (const [index, signal] of signals.entries()) {
    const due = tick + index;
    must(signal.tick === due, `command ${index + 1} was taken in tick ${signal.tick}, not ${due}`);
  }
  return undefined;
}
