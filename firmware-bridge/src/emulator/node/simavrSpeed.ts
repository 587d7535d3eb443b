import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from '../../node/toolchain.js';

/** Runs a flash image for a number of cycles, and prints the microseconds of this process that it took. */
const PROGRAM = `#include <simavr/sim_avr.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

int main(int argc, char **argv) {
  static unsigned char image[262144];
  FILE *file = fopen(argv[1], "rb");
  size_t bytes = file ? fread(image, 1, sizeof image, file) : 0;
  avr_cycle_count_t cycles = argc > 2 ? strtoull(argv[2], 0, 10) : 0;
  avr_t *avr = avr_make_mcu_by_name("atmega2560");
  if (!avr || !bytes) return 1;
  avr_init(avr);
  avr->frequency = 16000000;
  avr_loadcode(avr, image, (uint32_t)bytes, 0);
  avr->codeend = avr->flashend;
  clock_t from = clock();
  while (avr->cycle < cycles) {
    int state = avr_run(avr);
    if (state == cpu_Done || state == cpu_Crashed) return 2;
  }
  printf("%.0f\\n", (double)(clock() - from) * 1e6 / CLOCKS_PER_SEC);
  return 0;
}
`;

/** How many cycles a second simavr executes of a program, or `null` where it or its headers are missing. */
export function simavrSpeed(image: Uint8Array, cycles: number): number | null {
  const folder = mkdtempSync(join(tmpdir(), 'dosetwin-simavr-'));
  try {
    writeFileSync(join(folder, 'speed.c'), PROGRAM);
    writeFileSync(join(folder, 'image.bin'), image);
    try {
      runTool('gcc', ['-O2', '-o', 'speed', 'speed.c', '-lsimavr'], { cwd: folder });
    } catch {
      return null;
    }
    return (cycles * 1e6) / Number(runTool(join(folder, 'speed'), ['image.bin', String(cycles)], { cwd: folder }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
