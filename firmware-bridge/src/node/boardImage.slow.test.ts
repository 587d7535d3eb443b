import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '@dosetwin/twin';
import { describe, expect, it } from 'vitest';
import { BoardBench } from '../emulator/test/BoardBench.js';
import { firmwareImage } from '../firmware/firmwareImage.js';
import { commandRegisters } from '../wire/commandRegisters.js';
import { encodeRequest, type ModbusRequest } from '../wire/modbusPdu.js';
import { decodeBlock } from '../wire/registerNames.js';
import { frameRtu } from '../wire/rtuFrame.js';
import { type BoardFigures, boardFigures, CHIP_RAM_BYTES } from './boardFigures.js';
import { buildBoard, type SourceChange } from './buildBoard.js';
import { FIRMWARE } from './buildProgram.js';
import { readBlock } from './HostUnit.js';
import { runTool } from './toolchain.js';

const committed = JSON.parse(readFileSync(join(FIRMWARE, 'dosetwin.hex.json'), 'utf8')) as BoardFigures;
const compiler = runTool('avr-gcc', ['--version']).split('\n')[0];
const imageOf = (changes: readonly SourceChange[] = []) => readFileSync(join(buildBoard('avr', changes), 'program.bin'));

const OPEN = 0;
const SHUT = 0x20;
const BOLT_BACK = 8;

/** A vend that drops, questions, a stall, a low supply in a motion, the flap unlocked, a recovery: what an image says, and drives, and when. */
function play(image: Uint8Array): { readonly said: string; readonly driven: readonly string[] } {
  const bench = new BoardBench({ image }).powerUp();
  const ask = (request: ModbusRequest) => bench.send(...frameRtu({ unit: 1, pdu: encodeRequest(request) })).run(30_000);
  let token = 0;
  const give = (command: Command, tick: number) => {
    token += 1;
    ask({ function: 16, address: 0, values: commandRegisters({ command, token, tick }) });
  };
  bench.run(100_000);
  ask(readBlock('identity'));
  give({ name: 'vend', order: 1, cartridge: 7 }, 200);
  // The motor is on from 229 ms, and turns once with a drop; its current shows.
  bench.milliamp = 300;
  for (const [ms, inputs] of [
    [300, OPEN],
    [600, SHUT],
    [650, OPEN],
    [900, 0x10],
    [920, OPEN],
    [1_100, SHUT],
  ] as const)
    bench.run(ms * 1_000 + 400 - bench.now_us).setInputs(inputs);
  bench.run(700_000);
  ask({ function: 4, address: 0x100, count: 24 });
  ask(readBlock('waveform head'));
  ask({ function: 4, address: 0x210, count: 8 });
  give({ name: 'vend', order: 2, cartridge: 44 }, 2_000);
  bench.run(400_000).setInputs(OPEN).run(100_000);
  bench.milliamp = 900;
  bench.run(600_000);
  bench.milliamp = 0;
  bench.setInputs(SHUT).run(100_000);
  give({ name: 'vend', order: 3, cartridge: 1 }, 3_500);
  bench.run(700_000).setInputs(OPEN).run(33_300);
  bench.millivolt = 10_000;
  bench.run(400_000);
  // Idle, so that time must be kept without ticks; the supply comes back unasked.
  bench.millivolt = 12_000;
  bench.run(3_000_000);
  give({ name: 'unlock', order: 3 }, 0);
  bench
    .run(100_000)
    .setInputs(SHUT + BOLT_BACK)
    .run(100_000);
  give({ name: 'recover', order: 4, cartridge: 44 }, 0);
  bench.run(300_000);
  ask({ function: 4, address: 0x100, count: 64 });
  ask({ function: 4, address: 0x140, count: 64 });
  ask(readBlock('status'));
  ask(readBlock('gauges'));
  const driven = bench.driven.map(([t_us, outputs]) => `${Math.floor(t_us / 1_000)} ${JSON.stringify(outputs)}`);
  return { said: Buffer.from(bench.said.map(([, byte]) => byte)).toString('hex'), driven };
}

/** A program that the emulator refuses has been noticed too. */
function outcomeOf(changes: readonly SourceChange[]): unknown {
  const image = imageOf(changes);
  try {
    return play(image);
  } catch (error) {
    return String(error);
  }
}

describe('the committed image', () => {
  it('is the same in its three files', () => {
    const bytes = readFileSync(join(FIRMWARE, 'dosetwin.hex'), 'utf8')
      .split('\n')
      .filter((line) => line.slice(7, 9) === '00')
      .flatMap((line) => [...Buffer.from(line.slice(9, 9 + 2 * Number.parseInt(line.slice(1, 3), 16)), 'hex')]);
    expect(Buffer.from(firmwareImage).equals(Buffer.from(bytes))).toBe(true);
    expect(committed.flashBytes).toBe(firmwareImage.length);
  });

  // The same compiler must give the same bytes. Another one may not, but what it builds must behave the same to the millisecond.
  it('is what these sources make', () => {
    if (compiler === committed.compiler) {
      expect(boardFigures()).toEqual(committed);
      expect(imageOf().equals(Buffer.from(firmwareImage))).toBe(true);
      return;
    }
    process.stdout.write(`built with ${committed.compiler}; here is ${compiler}: behaviour is compared instead of bytes\n`);
    expect(play(imageOf())).toEqual(play(firmwareImage));
  });

  it('leaves more than half of the RAM to the stack, which needs less than 512 bytes', () => {
    expect(committed.ramBytes).toBeLessThan(CHIP_RAM_BYTES / 2);
    expect(committed.stackBytes).toBeLessThan(512);
  });
});

describe('each constant of the board', () => {
  const SAME = play(imageOf());

  it('a vend, a stall and a low supply happen as they should', () => {
    const isOn = (line: string | undefined) => line?.includes('"rows":') === true && !line.includes('"rows":0');
    expect(SAME.driven.filter((line, index) => isOn(line) && !isOn(SAME.driven[index - 1]))).toHaveLength(4);
    expect(SAME.driven.some((line) => line.includes('"bolt":true'))).toBe(true);
    expect(SAME.driven.some((line) => line.includes('"diverter":true'))).toBe(true);
    const frame = Buffer.from(SAME.said, 'hex').subarray(-45);
    const registers = Array.from({ length: 20 }, (_, i) => frame.readUInt16BE(3 + 2 * i));
    expect(decodeBlock('gauges', registers)).toMatchObject({ motorStarts: 4, stallsCut: 1, recordsWritten: 4, framesDropped: 0 });
  });

  /** What each is changed to; `null`: a name that nobody else can tell from another. */
  const OTHER: Readonly<Record<string, number | null>> = {
    COUNTS_PER_TICK: 249,
    SILENCE_COUNTS: 938,
    TICKS_PER_LAP: 263,
    QUARTERS_PER_LAP: 37,
    // Any number is right that is less than a lap.
    MOST_TICKS_ARMED: 400,
    UBRR_115200: 18,
    COLUMNS: 5,
    BOLT_PIN: 4,
    DIVERTER_PIN: 8,
    SUPPLY_EVERY_TICKS: 128,
    CURRENT: null,
    SUPPLY: null,
  };
  const source = readFileSync(join(FIRMWARE, 'avr/board_avr.c'), 'utf8');
  const found = [...source.matchAll(/enum \{[^}]*\}/g)].flatMap(([text]) => [...text.matchAll(/\b([A-Z][A-Z0-9_]+) = \d+/g)]);

  it('none is left out', () => {
    expect(found.map(([, name]) => name).sort()).toEqual(Object.keys(OTHER).sort());
  });

  it.each(found.map(([text, name = '']) => [text, OTHER[name]] as const).filter(([, other]) => other !== null))(
    '%s is noticed when it is %s',
    (from, other) => {
      const to = from.replace(/\d+$/, String(other));
      expect(outcomeOf([{ path: 'avr/board_avr.c', from, to }])).not.toEqual(SAME);
    },
  );
});

describe('the watchdog', () => {
  it('[B6] restarts a board whose main loop does not come round, which drives nothing and says why it started', () => {
    const deaf = [{ path: 'avr/main.c', from: '    wdt_reset();\n', to: '' }];
    const bench = new BoardBench({ image: imageOf(deaf) }).powerUp();
    const identity = () => {
      bench.said.length = 0;
      bench.send(...frameRtu({ unit: 1, pdu: encodeRequest(readBlock('identity')) })).run(30_000);
      const frame = Buffer.from(bench.said.map(([, byte]) => byte));
      return decodeBlock(
        'identity',
        Array.from({ length: 8 }, (_, i) => frame.readUInt16BE(3 + 2 * i)),
      );
    };
    bench.run(100_000);
    expect(identity()).toMatchObject({ boots: 1, resetCause: 1 });
    const command = { name: 'vend', order: 1, cartridge: 7 } as const;
    const values = commandRegisters({ command, token: 1, tick: 0 });
    bench.send(...frameRtu({ unit: 1, pdu: encodeRequest({ function: 16, address: 0, values }) })).run(300_000);
    expect(bench.driven.at(-1)?.[1]).toMatchObject({ rows: 2, columns: 1 });
    bench.run(200_000);
    expect(identity()).toMatchObject({ boots: 2, resetCause: 8 });
    expect(bench.driven.at(-1)?.[1]).toMatchObject({ rows: 0, columns: 0 });
  });
});
