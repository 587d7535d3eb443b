import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dosetwin, ended, start, temporaryFolder } from './test/dosetwin.js';
import { threeTowns } from './test/threeTowns.js';

const folder = temporaryFolder();
const region = threeTowns(folder);

it('[Z4] the same digits with 1, 2 and 5 workers, and after a stop: blocks that are done are not simulated again', async () => {
  const sized = async (words: readonly string[]) => {
    const { exit, stdout, stderr } = await dosetwin(['size', region, '--json', '--precision', '0.1', '--seed', '3', ...words]);
    expect([0, 1], stderr).toContain(exit);
    return JSON.parse(stdout) as { answer: { sentence: string }; digest: string; plans: unknown[]; report: string };
  };
  const one = await sized(['--workers', '1', '--out', join(folder, 'one')]);
  const two = await sized(['--workers', '2', '--out', join(folder, 'two')]);
  const stopped = join(folder, 'stopped');
  const exit = await stopAfter(2_500, ['size', region, '--precision', '0.1', '--seed', '3', '--workers', '2', '--out', stopped]);
  if (exit === 130)
    expect(readFileSync(join(stopped, 'size-three-towns-3.blocks'), 'utf8').split('\n')[0]).toContain('dosetwin sizing blocks 1');
  const five = await sized(['--workers', '5', '--resume', '--out', stopped]);
  for (const other of [two, five]) expect({ ...other, report: '' }).toEqual({ ...one, report: '' });
  expect(readFileSync(one.report, 'utf8')).toContain('Three towns');
});

async function stopAfter(ms: number, words: readonly string[]): Promise<number | null> {
  const child = start(words);
  setTimeout(() => child.kill('SIGINT'), ms);
  return (await ended(child)).exit;
}
