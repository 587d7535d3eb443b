import type { Signal } from '@dosetwin/twin';
import { nameOfCode } from '../wire/wireCodes.js';
import { must } from './Broken.js';
import type { Check } from './Check.js';
import { homeCartridge } from './homeCartridge.js';
import type { Probe } from './Probe.js';

const MOTOR_ON = 1 << 8;
const BOLT_BACK = 1 << 3;
const RECORD_MS = 28;
/** A motion with all further half turns, and what is waited for after it. */
const MOTION_MS = 40_000;
const SILENT_us = 5_000_000;
/** The bolt's travel, a tick or two, and a machine between, in µs. */
const BOLT_us = 400_000;
const ENDS = ['dropped', 'jammed', 'recovered'];

const isEndOf = (order: number) => (signal: Signal) => ENDS.includes(signal.name) && signal.args.order === order;

/** The next order for a sound cartridge, given a moment ahead. */
export async function vendNext(probe: Probe): Promise<{ order: number; cartridge: number; tick: number; sequence: number }> {
  const cartridge = await homeCartridge(probe);
  const { order: last, uptimeMs, lastSequence } = await probe.block('status');
  const [order, tick] = [last + 1, uptimeMs + 100];
  await probe.command({ name: 'vend', order, cartridge }, tick);
  return { order, cartridge, tick, sequence: lastSequence };
}

/** Vends once and waits for the end; a motion may end with a jam. */
export async function vendToEnd(probe: Probe): Promise<{ order: number; cartridge: number }> {
  const { order, cartridge, sequence } = await vendNext(probe);
  await probe.awaits(sequence, isEndOf(order), MOTION_MS, `the end of order ${order}`);
  return { order, cartridge };
}

/** W8, W12 to W14, W18: what moves, or needs a board that starts anew. */
export const MOTION_CHECKS: readonly Check[] = [
  {
    rule: 'W13',
    tries: 'received from the tick that takes an order, accepted 28 ms later with its record written, and no motor before',
    needs: ['motor'],
    run: receivedThenAccepted,
  },
  {
    rule: 'W12',
    tries: 'the current order again moves nothing, and is answered by its phase',
    needs: ['motor'],
    async run(probe) {
      const { order, cartridge } = await vendToEnd(probe);
      await isToldPhase(probe, order, cartridge);
      return undefined;
    },
  },
  {
    rule: 'W12',
    tries: 'a lower order is refused as stale, and moves nothing',
    needs: ['motor'],
    async run(probe) {
      const { order, cartridge } = await vendToEnd(probe);
      const { motorStarts } = await probe.block('gauges');
      const { lastSequence } = await probe.block('status');
      await probe.command({ name: 'vend', order: order - 1, cartridge });
      await probe.line.pause(300_000);
      const signals = await probe.signalsAfter(lastSequence);
      const isStale = signals.length === 1 && signals[0]?.name === 'refused' && signals[0].args.reason === 'stale-order';
      must((await probe.block('gauges')).motorStarts === motorStarts, 'a lower order moved a motor');
      must(
        isStale,
        `order ${order - 1} after ${order} brought about ${JSON.stringify(signals.map(({ name, args }) => [name, args]))}`,
      );
      return undefined;
    },
  },
  {
    rule: 'W8',
    tries: 'each start counts one more, and the status says the same',
    needs: ['restart'],
    async run(probe) {
      let { boots } = await probe.block('identity');
      for (let start = 0; start < 3; start++) {
        await probe.line.restart?.();
        const found = (await probe.block('identity')).boots;
        must(found === boots + 1, `start ${found} after start ${boots}`);
        must((await probe.block('status')).statusBoots === found, 'the status counts otherwise');
        boots = found;
      }
      return undefined;
    },
  },
  {
    rule: 'W14',
    tries: 'an order in flight as the power goes ends as jammed, interrupted: the first signal of the next start',
    needs: ['motor', 'restart'],
    async run(probe) {
      const { order, cartridge, sequence } = await vendNext(probe);
      await probe.awaits(sequence, ({ name }) => name === 'moving', 2_000, 'moving');
      await probe.line.restart?.();
      const { statusBoots, lastSequence } = await probe.block('status');
      must(lastSequence > 0, 'the new start has said nothing');
      const { name, args } = await probe.signal(statusBoots, 1);
      const isSo = name === 'jammed' && args.order === order && args.mode === 'interrupted';
      must(isSo, `the first signal is ${name} ${JSON.stringify(args)}`);
      // [W12] After a loss of power too.
      await isToldPhase(probe, order, cartridge);
      return undefined;
    },
  },
  {
    rule: 'W18',
    tries:
      'after 5 s without a right frame the flap is locked, wrong frames notwithstanding; while the host speaks it stays free',
    needs: ['motor', 'serial'],
    run: silenceLocks,
  },
  {
    rule: 'W18',
    tries: 'a motion goes on to its end while the host is silent, which is counted',
    needs: ['motor'],
    async run(probe) {
      const { hostSilences } = await probe.block('gauges');
      const { order, sequence } = await vendNext(probe);
      await probe.line.pause(SILENT_us + 2_500_000);
      const signals = await probe.signalsAfter(sequence);
      must(signals.some(isEndOf(order)), `order ${order} did not end`);
      const counted = (await probe.block('gauges')).hostSilences - hostSilences;
      must(counted === 1, `one silence of the host was counted as ${counted}`);
      return undefined;
    },
  },
];

async function receivedThenAccepted(probe: Probe): Promise<string> {
  const { recordsWritten } = await probe.block('gauges');
  const { order, tick, sequence } = await vendNext(probe);
  const seen = new Set<string>();
  const end_us = probe.line.now_us() + 2_000_000;
  while (!seen.has('moving') && probe.line.now_us() < end_us) {
    const status = await probe.block('status');
    if (status.order !== order) continue;
    const phase = nameOfCode('phases', status.orderPhase & 0xff) ?? 'none';
    seen.add(phase);
    const isOn = (status.inputs & MOTOR_ON) !== 0;
    must(phase !== 'received' || !isOn, 'a motor is on while the order is received, not accepted');
  }
  const signals = await probe.awaits(sequence, isEndOf(order), MOTION_MS, `the end of order ${order}`);
  const [accepted, moving] = signals;
  must(accepted?.name === 'accepted' && moving?.name === 'moving', 'accepted and moving do not come first');
  const tookMs = accepted.tick - tick;
  must(tookMs >= RECORD_MS, `accepted ${tookMs} ms after received`);
  must(moving.tick >= accepted.tick, 'moving before accepted');
  const written = (await probe.block('gauges')).recordsWritten - recordsWritten;
  must(written === 1, `${written} records were written for one order`);
  return `accepted ${tookMs} ms after received; phases seen: ${[...seen].join(', ')}`;
}

/** The board's highest order once more: its phase is told, and nothing moves. */
export async function isToldPhase(probe: Probe, order: number, cartridge: number): Promise<void> {
  const { motorStarts } = await probe.block('gauges');
  const { lastSequence, orderPhase } = await probe.block('status');
  await probe.command({ name: 'vend', order, cartridge });
  await probe.line.pause(300_000);
  const signals = await probe.signalsAfter(lastSequence);
  must((await probe.block('gauges')).motorStarts === motorStarts, 'the same order again moved a motor');
  const [signal] = signals;
  must(signals.length === 1 && signal?.name === 'phase', `the same order again brought about ${signals.map(({ name }) => name)}`);
  const phase = nameOfCode('phases', orderPhase & 0xff);
  must(signal.args.order === order && signal.args.phase === phase, `told ${JSON.stringify(signal.args)}, the phase is ${phase}`);
}

async function silenceLocks(probe: Probe): Promise<undefined> {
  const { order } = await probe.block('status');
  await probe.command({ name: 'unlock', order: Math.max(1, order) });
  const isBack = async () => ((await probe.block('status')).inputs & BOLT_BACK) !== 0;
  await probe.line.pause(BOLT_us);
  must(await isBack(), 'the bolt does not go back');
  for (let second = 0; second < 6; second++) {
    await probe.line.pause(1_000_000);
    must(await isBack(), 'the flap is locked although the host speaks');
  }
  // Wrong frames are none: the silence goes on.
  for (let part = 0; part < 5; part++) {
    await probe.raw(Uint8Array.of(1, 4, 0, 0, 0, 8, 0, 0));
    await probe.line.pause(SILENT_us / 5);
  }
  await probe.line.pause(BOLT_us);
  must(!(await isBack()), 'the flap is free after 5 s of silence');
  return undefined;
}
