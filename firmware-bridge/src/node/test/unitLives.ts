import { crc16 } from '../../wire/crc16.js';
import { frameRtu } from '../../wire/rtuFrame.js';
import type { SourceChange } from '../buildBoard.js';
import { HostUnit, readBlock, type UnitLife, type UnitPins } from '../HostUnit.js';

const OPEN: UnitPins = { camClosed: false };

/**
 * What a unit says, drives and writes in lives that come by every constant of its sources: the first three one after the other, on
 * one EEPROM; then one at the ends of its memory, some with worn cells, and one of odd frames.
 */
export function unitLives(changes: readonly SourceChange[]): readonly Omit<UnitLife, 'charts'>[] {
  const turning = new HostUnit({ changes }).until(60).command({ name: 'vend', order: 1, cartridge: 7 }, 100).until(299.5);
  turning.pins(OPEN).until(400).current(798).until(700).ask(readBlock('gauges')).until(800).current(800).until(1_200);
  turning.pins({}).ask(readBlock('waveform head')).until(1_250).ask(readBlock('status')).until(2_300);
  const first = turning.command({ name: 'recover', order: 2, cartridge: 7 }).until(2_500).run();
  const waiting = new HostUnit({ changes, kept: Uint8Array.from(first.kept) }).until(100);
  for (const [i, millivolt] of [10_500, 10_490, 11_000, 11_020, 12_000].entries()) waiting.supply(millivolt).until(200 + 100 * i);
  waiting.until(1_300).command({ name: 'unlock', order: 2 }).until(1_340).pins({ boltBack: true });
  // Each is heard in the fourth millisecond.
  waiting.command({ name: 'clear', cartridge: 1 }, 2_343).until(1_400).command({ name: 'clear', cartridge: 2 }, 2_404);
  const second = waiting.until(9_000).run();
  const third = new HostUnit({ changes, kept: Uint8Array.from(second.kept) }).until(60).ask(readBlock('identity'));
  third.until(90).ask({ function: 6, address: 0x10, value: 13 }).until(200).command({ name: 'vend', order: 3, cartridge: 3 });
  // A stale one, and one that was there before.
  third
    .until(2_000)
    .command({ name: 'vend', order: 2, cartridge: 3 })
    .until(2_040)
    .command({ name: 'vend', order: 3, cartridge: 3 });
  third.until(2_260).ask({ function: 4, address: 0x210, count: 125 }).until(2_300);
  third.bytes(Uint8Array.from([1, 4, 2, 16, 0, 126, 0x70, 0x57])).until(2_400);
  const others = [atTheEnds(changes), ...withWornCells(changes), oddFrames(changes)];
  return [first, second, third.run(), ...others].map(({ charts, ...rest }) => rest);
}

/** The last place for a start and the last for an order hold the highest. */
function atTheEnds(changes: readonly SourceChange[]): UnitLife {
  const kept = new Uint8Array(4_096).fill(0xff);
  writeHead(kept, 64 + 23 * 8, 9, 0);
  writeHead(kept, 256 + 239 * 16, 50, 3);
  const unit = new HostUnit({ changes, kept }).until(60).command({ name: 'vend', order: 51, cartridge: 2 });
  unit.until(300).pins(OPEN).until(500).pins({}).until(520).pins(OPEN).until(800);
  unit
    .pins({ ...OPEN, beamDark: true })
    .until(830)
    .pins(OPEN)
    .until(900)
    .pins({})
    .until(1_500);
  return unit.ask(readBlock('identity')).until(1_600).run();
}

function withWornCells(changes: readonly SourceChange[]): UnitLife[] {
  const places = Array.from({ length: 8 }, (_, place) => [256 + 16 * place + 2, 0x77] as const);
  const starts = Array.from({ length: 23 }, (_, place) => [64 + 8 * place, 0xee] as const);
  const vend = { name: 'vend', order: 1, cartridge: 2 } as const;
  return [
    new HostUnit({ changes, worn: places }).until(60).command(vend).until(600).run(),
    new HostUnit({ changes, worn: [[256 + 8, 0xff]] }).until(60).command(vend).until(1_500).run(),
    new HostUnit({ changes, worn: [[0, 0x30]] }).until(60).ask({ function: 6, address: 0x10, value: 12 }).until(300).run(),
    new HostUnit({ changes, worn: starts }).until(2_000).run(),
  ];
}

/** The shortest and the longest frames, one more than that, every exception, and more commands than can wait. */
function oddFrames(changes: readonly SourceChange[]): UnitLife {
  const unit = new HostUnit({ changes }).until(60);
  const framed = (...pdu: readonly number[]) => unit.bytes(frameRtu({ unit: 1, pdu: Uint8Array.from(pdu) }));
  let at = 60;
  const then = () => {
    at += 60;
    unit.until(at);
  };
  for (const pdu of [[4], [5, 0, 0, 0, 1], [4, 0x04, 0x10, 0, 1], [3, 0, 0x10, 0, 1], [4, 0, 0, 0, 0]]) {
    framed(...pdu);
    then();
  }
  framed(16, 0, 0x20, 0, 123, 246, ...Array.from({ length: 246 }, () => 0));
  then();
  for (const bytes of [252, 253, 254]) {
    framed(4, ...Array.from({ length: bytes - 1 }, () => 1));
    then();
  }
  unit
    .ask({ function: 6, address: 0x10, value: 40 })
    .until(at + 5)
    .ask({ function: 6, address: 0x10, value: 41 });
  then();
  unit.ask({ function: 6, address: 0x10, value: 49 });
  then();
  unit.ask({ function: 6, address: 0x11, value: 1 });
  then();
  for (let n = 0; n < 9; n++) {
    unit.command({ name: 'clear', cartridge: 1 + n }, at + 900);
    then();
  }
  unit
    .pins({ tampered: true, doorOpen: true, flapOpen: true, beamDark: true })
    .until(at + 1_000)
    .ask(readBlock('status'));
  unit
    .until(at + 1_100)
    .command({ name: 'clear', cartridge: 49 })
    .until(at + 1_200)
    .ask(readBlock('gauges'));
  return unit.until(at + 1_300).run();
}

function writeHead(eeprom: Uint8Array, at: number, number: number, fifth: number): void {
  const head = [number, 0, 0, 0, fifth];
  const check = crc16(head);
  eeprom.set([...head, 0, check & 0xff, check >> 8], at);
}
