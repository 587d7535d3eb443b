import type { TraceEntry } from '@dosetwin/twin';
import type { LineMechanism } from './BoardLine.js';
import { must, NotTried } from './Broken.js';
import type { Check } from './Check.js';
import { homeCartridge } from './homeCartridge.js';
import { isToldPhase, vendNext, vendToEnd } from './motionChecks.js';
import type { Probe } from './Probe.js';

const STALL_us = 250_000;
const CUT_us = 3_000;
const MOST_RUN_us = 5_000_000;
/** A supply is measured with the current, or each 262 ms (a lap of the timer) while nothing moves. */
const MEASURED_us = 300_000;
const GOOD_MILLIVOLT = 12_000;

function mechanismOf(probe: Probe): LineMechanism {
  const { mechanism } = probe.line;
  if (mechanism === undefined) throw new Error('a check that needs a mechanism was run without one');
  return mechanism;
}

/** What the mechanism's trace holds of a kind, since `from`. */
function of(mechanism: LineMechanism, kind: string, from = 0): readonly TraceEntry[] {
  return mechanism.entries.slice(from).filter((entry) => entry.kind === kind);
}

const isOn = ({ payload }: TraceEntry) => payload.on === true;

/** A vend that is refused for this reason, and moves nothing. */
async function isRefused(probe: Probe, reason: string): Promise<void> {
  const mechanism = mechanismOf(probe);
  const from = mechanism.entries.length;
  const { sequence } = await vendNext(probe);
  const signals = await probe.awaits(sequence, ({ name }) => name === 'refused', 2_000, 'a refusal');
  must(signals.at(-1)?.args.reason === reason, `refused as ${signals.at(-1)?.args.reason}, ${reason} was expected`);
  must(of(mechanism, 'drive', from).length === 0, 'a motor ran');
}

/** B1 to B7, with the simulated mechanism's trace as the witness. */
export const MECHANISM_CHECKS: readonly Check[] = [
  {
    rule: 'B1',
    tries: 'no motor with the door open: a vend is refused, and one under way stops',
    needs: ['motor', 'mechanism'],
    async run(probe) {
      const mechanism = mechanismOf(probe);
      mechanism.act({ name: 'open-door' });
      await probe.line.pause(50_000);
      await isRefused(probe, 'door-open');
      mechanism.act({ name: 'close-door' });
      await probe.line.pause(50_000);
      const { sequence } = await vendNext(probe);
      await probe.awaits(sequence, ({ name }) => name === 'moving', 2_000, 'moving');
      await probe.line.pause(300_000);
      const rowsFrom = mechanism.entries.length;
      mechanism.act({ name: 'open-door' });
      await probe.awaits(sequence, ({ args }) => args.mode === 'interrupted', 2_000, 'interrupted');
      mechanism.act({ name: 'close-door' });
      await probe.line.pause(1_500_000);
      must(!of(mechanism, 'drive', rowsFrom).some(isOn), 'a motor ran again as the door was shut');
      return undefined;
    },
  },
  {
    rule: 'B1',
    tries: 'at most one motor, and none before its order is accepted',
    needs: ['motor', 'mechanism'],
    async run(probe) {
      const mechanism = mechanismOf(probe);
      const from = mechanism.entries.length;
      const asked_us = probe.line.now_us();
      const { uptimeMs } = await probe.block('status');
      const { sequence } = await vendNext(probe);
      const signals = await probe.awaits(sequence, ({ name }) => name === 'accepted', 2_000, 'accepted');
      await probe.line.pause(4_000_000);
      const [first] = of(mechanism, 'drive', from);
      // The board was in that tick after it was asked: its boot began no earlier than this.
      const boot_us = asked_us - (uptimeMs + 1) * 1_000;
      const accepted_us = boot_us + (signals.find(({ name }) => name === 'accepted')?.tick ?? 0) * 1_000;
      must(first !== undefined && isOn(first), 'no motor ran');
      must(first.t_us >= accepted_us, 'a motor ran before its order was accepted');
      must(of(mechanism, 'matrix').length === 0, 'the matrix was driven at several places');
      return undefined;
    },
  },
  {
    rule: 'B2',
    tries: 'a motor held fast is cut 250 ms after its current passed 800 mA, within 3 ms, though the host be silent',
    needs: ['motor', 'mechanism'],
    async run(probe) {
      const mechanism = mechanismOf(probe);
      const from = mechanism.entries.length;
      const { cartridge } = await vendFaulty(probe, 'stall-by-current');
      await probe.line.pause(6_000_000);
      const rise = of(mechanism, 'current', from).find(({ payload }) => payload.high === true);
      const cut = of(mechanism, 'drive', from).find((entry) => !isOn(entry));
      must(rise !== undefined && cut !== undefined, `the motor of ${cartridge} was not cut`);
      const took_us = cut.t_us - rise.t_us;
      must(took_us >= STALL_us && took_us <= STALL_us + CUT_us, `cut ${took_us} µs after the current rose`);
      return `cut after ${Math.round(took_us / 100) / 10} ms`;
    },
  },
  {
    rule: 'B3',
    tries: 'a motor that turns nothing is off after 5 s',
    needs: ['motor', 'mechanism'],
    async run(probe) {
      const mechanism = mechanismOf(probe);
      const from = mechanism.entries.length;
      await vendFaulty(probe, 'stall-by-cam');
      await probe.line.pause(9_000_000);
      const drives = of(mechanism, 'drive', from);
      must(drives.length >= 2, 'no motor ran and stopped');
      for (const [index, { t_us, ...entry }] of drives.entries()) {
        if (!isOn({ t_us, ...entry })) continue;
        const off_us = drives[index + 1]?.t_us ?? Number.POSITIVE_INFINITY;
        must(off_us - t_us <= MOST_RUN_us + CUT_us, `a motor ran for ${off_us - t_us} µs`);
      }
      return undefined;
    },
  },
  {
    rule: 'B4',
    tries: 'no order begins its motion twice: said again at every turn, and after a power cut at ten instants of its way',
    needs: ['motor', 'mechanism', 'restart'],
    run: neverTwice,
  },
  {
    rule: 'B5',
    tries: 'the order of things within a tick',
    needs: ['mechanism'],
    run: () => Promise.reject(new NotTried('held against the model, tick for tick, by `npm test` and `dosetwin diff`')),
  },
  {
    rule: 'B7',
    tries:
      'the supply is low below 10.5 V and good again above 11 V; while it is low nothing begins, and a motion is interrupted',
    needs: ['motor', 'mechanism'],
    run: supplyFalls,
  },
];

async function vendFaulty(probe: Probe, cause: 'stall-by-current' | 'stall-by-cam'): Promise<{ cartridge: number }> {
  const cartridge = await homeCartridge(probe);
  const { order } = await probe.block('status');
  mechanismOf(probe).act({ name: 'fault', cause, cartridge });
  await probe.command({ name: 'vend', order: order + 1, cartridge });
  return { cartridge };
}

async function neverTwice(probe: Probe): Promise<string> {
  const mechanism = mechanismOf(probe);
  const startsSince = (from: number) => of(mechanism, 'drive', from).filter(isOn).length;
  const whole = mechanism.entries.length;
  const { order, cartridge } = await vendToEnd(probe);
  for (let time = 0; time < 3; time++) await isToldPhase(probe, order, cartridge);
  must(startsSince(whole) === 1, `order ${order} began ${startsSince(whole)} motions`);
  let cuts = 0;
  for (const after_us of [2_000, 101_000, 110_000, 120_000, 127_000, 129_000, 131_000, 200_000, 1_000_000, 2_050_000]) {
    const from = mechanism.entries.length;
    const next = await vendNext(probe);
    await probe.line.pause(after_us);
    await probe.line.restart?.();
    const before = startsSince(from);
    const { order: kept } = await probe.block('status');
    await probe.command({ name: 'vend', order: next.order, cartridge: next.cartridge });
    await probe.line.pause(4_000_000);
    const began = startsSince(from);
    must(began <= 1, `order ${next.order} began ${began} motions, the power gone ${after_us} µs after it was given`);
    must(kept !== next.order || began === before, 'an order that was kept moved again');
    cuts += 1;
  }
  return `${cuts} power cuts`;
}

async function supplyFalls(probe: Probe): Promise<undefined> {
  const { act } = mechanismOf(probe);
  const isLow = async () => ((await probe.block('status')).inputs & (1 << 7)) !== 0;
  const steps = [
    [10_520, false],
    [10_480, true],
    [10_980, true],
    [11_020, false],
  ] as const;
  for (const [millivolt, low] of steps) {
    act({ name: 'supply', millivolt });
    await probe.line.pause(MEASURED_us);
    must((await isLow()) === low, `at ${millivolt} mV the supply is ${low ? 'not ' : ''}called low`);
  }
  act({ name: 'supply', millivolt: 10_000 });
  await probe.line.pause(MEASURED_us);
  await isRefused(probe, 'supply-low');
  act({ name: 'supply', millivolt: GOOD_MILLIVOLT });
  await probe.line.pause(MEASURED_us);
  const { sequence } = await vendNext(probe);
  await probe.awaits(sequence, ({ name }) => name === 'moving', 2_000, 'moving');
  act({ name: 'supply', millivolt: 10_000 });
  await probe.awaits(sequence, ({ args }) => args.mode === 'interrupted', 2_000, 'interrupted');
  act({ name: 'supply', millivolt: GOOD_MILLIVOLT });
  await probe.line.pause(MEASURED_us);
  return undefined;
}
