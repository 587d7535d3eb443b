import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { missingCommands } from './avr.js';

const folder = mkdtempSync(join(tmpdir(), 'dosetwin-avr-'));
for (const name of ['gcc', 'avr-gcc', 'avr-size', 'avr-nm', 'avr-objcopy', 'mbpoll', 'socat']) {
  writeFileSync(join(folder, name), '#!/bin/sh\n');
  chmodSync(join(folder, name), 0o755);
}
writeFileSync(join(folder, 'avr-objdump'), 'not executable');
afterAll(() => rmSync(folder, { recursive: true }));

describe('missingCommands', () => {
  it('names what is not on PATH, or cannot be run', () => {
    expect(missingCommands({ PATH: `${join(folder, 'nothing')}:${folder}` })).toEqual(['avr-objdump']);
  });
  it('names all of them where there is no PATH', () => {
    expect(missingCommands({})).toEqual([
      'gcc',
      'avr-gcc',
      'avr-size',
      'avr-nm',
      'avr-objcopy',
      'avr-objdump',
      'mbpoll',
      'socat',
    ]);
  });
  it('misses nothing where all can be run', () => {
    chmodSync(join(folder, 'avr-objdump'), 0o755);
    expect(missingCommands({ PATH: folder })).toEqual([]);
  });
});
