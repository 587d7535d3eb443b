import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../../../', import.meta.url));
const INSTANCES = fileURLToPath(new URL('../../../../../../shared/reference/pmed', import.meta.url));
const pmed = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'scenarios/src/sizing/siting/node/pmed.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });

describe('siting on instances of which the best is known', () => {
  it('[Z12] says in plain words where there are none', () => {
    const { status, stderr } = pmed('scenarios/regions');
    expect(status).toBe(3);
    expect(stderr).toMatch(
      /There are no instances pmed1\.txt, pmed2\.txt… in scenarios\/regions, so siting was not held against them/,
    );
  });

  if (existsSync(INSTANCES)) {
    it('[Z12] reaches the known best of each, and proves it', { timeout: 180_000 }, () => {
      const { status, stdout } = pmed();
      expect(stdout.split('\n').filter((line) => /^pmed\d/.test(line)).length).toBe(5);
      expect(stdout).toMatch(/^pmed1 +100 +5 +5819 +5819 +5819 +yes/m);
      expect(status).toBe(0);
    });
  } else {
    it('[Z12] THE P-MEDIAN INSTANCES ARE NOT HERE: npm run pmed -- FOLDER holds siting against them', () => {
      expect(pmed().status).toBe(3);
    });
  }
});
