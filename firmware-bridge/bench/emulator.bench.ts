import type { Benchmark, Measurement } from '../../tools/Benchmark.js';
import { EmulatedBoard } from '../src/emulator/EmulatedBoard.js';
import { compileC } from '../src/emulator/node/compileC.js';
import { simavrSpeed } from '../src/emulator/node/simavrSpeed.js';

const CLOCK_HZ = 16_000_000;
const SECONDS = 4;

/** Never sleeps: checksums over a page of memory, and a pin that tells of each. */
const image = compileC(`
  static uint8_t page[256];
  static uint16_t over(uint16_t crc, uint8_t byte) {
    crc ^= byte;
    for (uint8_t i = 0; i < 8; i++) crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1;
    return crc;
  }
  int main(void) {
    DDRL = 1;
    for (;;) {
      uint16_t crc = 0xffff;
      for (uint16_t i = 0; i < 256; i++) { page[i] += (uint8_t)i; crc = over(crc, page[i]); }
      PORTL = crc & 1;
    }
  }`);

/** Seconds of this process for so many seconds of a board that never sleeps. */
function ours(): number {
  const board = new EmulatedBoard({
    image,
    seed: 1,
    pins: { inputs: () => 0, currentMilliamp: () => 0, supplyMillivolt: () => 12_000 },
    onOutputs: () => {},
    onByte: () => {},
  });
  board.powerUp(0);
  const from = process.cpuUsage().user;
  for (let now_us = 0; now_us < SECONDS * 1e6; now_us = board.nextWake_us ?? Number.POSITIVE_INFINITY) board.runUntil(now_us);
  return (process.cpuUsage().user - from) / 1e6;
}

export const benchmark: Benchmark = {
  name: 'the emulated board with a program that never sleeps, against its 16 MHz',
  unit: 'times real speed',
  better: 'higher',
  run: () => {
    const value = SECONDS / ours();
    const simavr = simavrSpeed(image, SECONDS * CLOCK_HZ);
    const measured: Measurement = { value };
    return Promise.resolve(simavr === null ? measured : { ...measured, reference: simavr / CLOCK_HZ, referenceName: 'simavr' });
  },
};
