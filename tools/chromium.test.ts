import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findChromium } from './chromium.js';

const folder = mkdtempSync(join(tmpdir(), 'dosetwin-chromium-'));
const browser = join(folder, 'chromium-browser');
writeFileSync(browser, '#!/bin/sh\n');
chmodSync(browser, 0o755);
writeFileSync(join(folder, 'chromium'), 'not executable');
afterAll(() => rmSync(folder, { recursive: true }));

describe('findChromium', () => {
  it('finds the first executable of a known name on PATH', () => {
    expect(findChromium({ PATH: `${join(folder, 'nothing')}:${folder}` })).toBe(browser);
  });
  it('takes CHROMIUM_PATH before PATH, and only if it can be run', () => {
    expect(findChromium({ PATH: '', CHROMIUM_PATH: browser })).toBe(browser);
    expect(findChromium({ PATH: folder, CHROMIUM_PATH: join(folder, 'chromium') })).toBeUndefined();
  });
  it('finds none where there is none', () => {
    expect(findChromium({ PATH: join(folder, 'nothing') })).toBeUndefined();
    expect(findChromium({})).toBeUndefined();
  });
});
