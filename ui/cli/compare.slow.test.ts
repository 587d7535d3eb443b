import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dosetwin, ended, start, temporaryFolder } from './test/dosetwin.js';

const folder = temporaryFolder();

describe('compare', () => {
  it('prints the difference of two designs with its interval, and writes a page that stands alone', async () => {
    const words = ['compare', 'stuck-dose-no-key', 'stuck-dose-no-key:key-on-site', '--runs', '4', '--out', folder];
    const { exit, stdout, stderr } = await dosetwin([...words, '--sensitivity', '--sensitivity-runs', '2']);
    expect(exit).toBe(0);
    expect(stdout).toMatch(/\* mean time to clear .* to −\d/);
    expect(stdout).toMatch(/people\.residents\.attendance +60 % → /);
    expect(stdout).toMatch(/digest [0-9a-f]{64}\n$/);
    const path = join(folder, 'compare-stuck-dose-no-key-key-on-site.html');
    expect(stderr).toContain(path);
    const page = readFileSync(path, 'utf8');
    expect(page).not.toMatch(/(src|href)="https?:|<script/);
    for (const words of ['Follows from the mechanism', 'Was assumed', 'It gives no counts', 'contacts.nurse.travel']) {
      expect(page).toContain(words);
    }
  });

  it('compares a name with itself changed, and says what became of it to programs', async () => {
    const words = ['compare', 'stuck-dose-no-key', '--set', 'people.residents.attendance=10 %', '--runs', '3', '--json'];
    const { exit, stdout } = await dosetwin([...words, '--seed', '9', '--out', folder]);
    expect(exit).toBe(0);
    const study = JSON.parse(stdout);
    expect(study.seeds).toEqual({ first: 9, asked: 3, done: 3 });
    const served = study.contrasts[0].measures.find(({ name }: { name: string }) => name === 'served');
    expect(served).toMatchObject({ pairs: 3, differs: true });
    expect(served.difference).toBeLessThan(-10);
  });

  it.each([
    [['stuck-dose-nokey'], 'did you mean stuck-dose-no-key?'],
    [['stuck-dose-no-key', '--set', 'people.residents.atendance=1'], 'did you mean attendance?'],
    [['--library', 'routine-day'], 'leave out names'],
  ])('refuses %j with exit 2', async (words, says) => {
    const { exit, stderr } = await dosetwin(['compare', ...words, '--out', folder]);
    expect(exit).toBe(2);
    expect(stderr).toContain(says);
  });

  it('keeps what is done when it is stopped', async () => {
    const child = start(['compare', 'stuck-dose-no-key', '--runs', '5000', '--workers', '1', '--out', folder]);
    const end = ended(child);
    setTimeout(() => child.kill('SIGINT'), 12_000);
    const { exit, stdout, stderr } = await end;
    expect(exit).toBe(130);
    // Where the machine is slow, not one seed may be done by then; that is said as well.
    expect(stderr).toMatch(/Stopped(: \d+ of 5000 seeds were done| before a single seed)/);
    if (stderr.includes('of 5000')) expect(stdout).toMatch(/\d+ of 5000 seeds/);
  }, 60_000);
});
