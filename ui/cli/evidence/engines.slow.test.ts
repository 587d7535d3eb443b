import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'dosetwin-engines-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function engines(...words: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'ui/cli/evidence/engines.ts', ...words], {
    cwd: ROOT,
    encoding: 'utf8',
  });
}

describe('npm run engines', () => {
  it('[E9] prints what was covered and compared on each engine, and what each change of a table met with', () => {
    const { status, stdout, stderr } = engines('link', '--out', join(folder, 'none'));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^agree {3}link: 3 states, 3 situations \(all\); \d+ steps compared$/m);
    expect(stdout).toMatch(/^link: (\d+) of \1 caught \(/m);
    expect(stdout).toMatch(/^link( +\d+){5}$/m);
    expect(stdout).not.toContain('drawn:');
  });

  it('[E9] draws a difference on the chart, and fails', () => {
    const { status, stdout } = engines('--broken', 'link', '--out', folder);
    expect(status).toBe(1);
    expect(stdout).toContain('is broken on purpose');
    expect(stdout).toMatch(/^DIFFER {2}link: /m);
    expect(stdout).toContain(`drawn: ${join(folder, 'link.svg')}`);
    expect(readdirSync(folder)).toContain('link.svg');
    expect(readFileSync(join(folder, 'link.svg'), 'utf8')).toContain('A difference on the link chart');
  });

  it.each([
    [['--broken', 'lynk'], /^there is no chart lynk; there are cartridge, /],
    [['--seeds', 'many'], /take whole numbers/],
    [['--speed'], /Unknown option/],
  ])('%j is refused with a word that helps', (words, says) => {
    const { status, stderr } = engines(...words);
    expect(status).toBe(2);
    expect(stderr).toMatch(says);
  });
});
