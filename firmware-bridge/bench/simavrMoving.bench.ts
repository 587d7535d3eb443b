import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Benchmark } from '../../tools/Benchmark.js';
import { PortBench } from '../src/emulator/test/PortBench.js';
import { buildSimavr, HEX } from '../src/node/simavrBoard.js';
import { runTool } from '../src/node/toolchain.js';
import { BenchBoard } from '../src/serve/BenchBoard.js';
import { frameRtu } from '../src/wire/rtuFrame.js';

const VENDS = 12;
const BOOT_us = 200_000;
/** A motion takes 2 s, and the package has fallen a moment later. */
const VEND_us = 5_000_000;
const POLL_us = 20_000;
/** Of each vend this much is measured: the motor is on, with a tick and a conversion each millisecond. */
const [COUNTED_FROM_us, COUNTED_TO_us] = [100_000, 1_800_000];
/** Function 4, twelve registers from 0x10: what a host polls. */
const STATUS = Uint8Array.of(4, 0, 0x10, 0, 12);

interface Deed {
  readonly t_us: number;
  /** A frame to the board, or where the time begins and ends that counts. */
  readonly what: Uint8Array | '+' | '-';
}

/** The same for both: vends one after the other, polled each 20 ms all the time. */
function plan(): Deed[] {
  const frames = new PortBench();
  const deeds: Deed[] = [];
  for (let vend = 0; vend < VENDS; vend++) {
    const from_us = BOOT_us + vend * VEND_us;
    deeds.push({ t_us: from_us, what: frameRtu({ unit: 1, pdu: Uint8Array.from(frames.vending(vend + 1, vend + 1)) }) });
    for (let after_us = POLL_us; after_us < VEND_us; after_us += POLL_us) {
      if (after_us === COUNTED_FROM_us) deeds.push({ t_us: from_us + after_us, what: '+' });
      if (after_us === COUNTED_TO_us) deeds.push({ t_us: from_us + after_us, what: '-' });
      deeds.push({ t_us: from_us + after_us, what: frameRtu({ unit: 1, pdu: STATUS }) });
    }
  }
  return deeds;
}

const END_us = BOOT_us + VENDS * VEND_us;
const COUNTED_us = VENDS * (COUNTED_TO_us - COUNTED_FROM_us);

/** How many times as fast as the board, while a motor turns; packages that fell. */
function ours(deeds: readonly Deed[]): { readonly speed: number; readonly fallen: number } {
  const board = new BenchBoard({ onByte: () => {} });
  let from = 0;
  let used_us = 0;
  for (const { t_us, what } of deeds) {
    board.runUntil(t_us);
    if (what === '+') from = process.cpuUsage().user;
    else if (what === '-') used_us += process.cpuUsage().user - from;
    else board.send(what);
  }
  board.runUntil(END_us);
  const fallen = Array.from({ length: VENDS }, (_, i) => board.truth(i + 1).inBox).reduce((sum, one) => sum + one, 0);
  return { speed: COUNTED_us / used_us, fallen };
}

function simavrs(deeds: readonly Deed[]): { readonly speed: number; readonly fallen: number } {
  const folder = mkdtempSync(join(tmpdir(), 'dosetwin-plan-'));
  try {
    const path = join(folder, 'plan');
    const lines = deeds.map(({ t_us, what }) => `${t_us} ${typeof what === 'string' ? what : Buffer.from(what).toString('hex')}`);
    writeFileSync(path, lines.join('\n'));
    const [used_us, fallen] = runTool(buildSimavr(), [HEX, String(END_us / 1_000), path])
      .split(' ')
      .map(Number);
    return { speed: COUNTED_us / (used_us as number), fallen: fallen as number };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const benchmark: Benchmark = {
  name: 'the reference firmware while a motor turns, polled each 20 ms, on the emulated board and on simavr',
  unit: 'times real speed',
  better: 'higher',
  run: () => {
    const deeds = plan();
    const [here, there] = [ours(deeds), simavrs(deeds)];
    if (here.fallen !== VENDS || there.fallen !== VENDS)
      throw new Error(`${VENDS} packages should have fallen, not ${here.fallen} here and ${there.fallen} on simavr`);
    return Promise.resolve({ value: here.speed, reference: there.speed, referenceName: 'simavr' });
  },
};
