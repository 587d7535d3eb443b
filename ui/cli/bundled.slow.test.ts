import { execFileSync } from 'node:child_process';
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, temporaryFolder } from './test/dosetwin.js';

const folder = temporaryFolder();

/** The address of the command's bundle, as the command would load it, or the code of the error. */
function bundle(cache: string): string {
  const program = `import { bundled } from './ui/cli/bundled.js';
    console.log(await bundled('main', ${JSON.stringify(cache)}).catch(({ code, message }) => code ?? message));`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', program], { cwd: ROOT, encoding: 'utf8' }).trim();
}

describe("the command's bundle", () => {
  it('is kept while no source changes, and made anew when one does', () => {
    const first = bundle(folder);
    expect(bundle(folder)).toBe(first);
    const now = new Date();
    utimesSync(join(ROOT, 'ui/cli/Exit.ts'), now, new Date(now.getTime() - 1_000));
    const second = bundle(folder);
    expect(second).not.toBe(first);
    expect(
      execFileSync(process.execPath, ['--input-type=module', '-e', `await import('${second}')`, 'x', '--help']),
    ).toBeDefined();
  });

  it('is made anew when what was kept makes no sense', () => {
    const first = bundle(folder);
    writeFileSync(join(folder, 'main.json'), '{"address":');
    expect(bundle(folder)).not.toBe(first);
  });

  it('says so when it cannot be written', () => {
    const taken = join(folder, 'taken');
    writeFileSync(taken, '');
    expect(bundle(taken)).toMatch(/taken/);
  });
});
