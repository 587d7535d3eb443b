import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from '../../node/toolchain.js';

const HEAD = `#include <avr/eeprom.h>
#include <avr/interrupt.h>
#include <avr/io.h>
#include <avr/pgmspace.h>
#include <avr/sleep.h>
#include <avr/wdt.h>
#include <util/delay.h>
`;

/** A small program for the ATmega2560, as the bytes of its flash; avr-libc's headers are included already. */
export function compileC(source: string, linking: readonly string[] = []): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'dosetwin-avr-'));
  try {
    writeFileSync(join(folder, 'main.c'), HEAD + source);
    const flags = ['-std=gnu99', '-Os', '-Wall', '-mmcu=atmega2560', '-DF_CPU=16000000UL'];
    runTool('avr-gcc', [...flags, ...linking, '-o', 'program', 'main.c'], { cwd: folder });
    runTool('avr-objcopy', ['-O', 'binary', '-R', '.eeprom', 'program', 'program.bin'], { cwd: folder });
    return new Uint8Array(readFileSync(join(folder, 'program.bin')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
