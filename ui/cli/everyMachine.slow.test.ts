import { spawnSync } from 'node:child_process';
import { libraryNames } from '@dosetwin/scenarios/node/library';
import { describe, expect, it } from 'vitest';
import { dosetwin, type Surroundings, temporaryFolder } from './test/dosetwin.js';

const folder = temporaryFolder();

async function digests(scenario: string, out: string, surroundings: Surroundings = {}): Promise<object> {
  const { exit, stdout, stderr } = await dosetwin(['run', scenario, '--out', `${folder}/${out}`, '--json'], surroundings);
  expect([0, 1], stderr).toContain(exit);
  const { digest, controllerDigest } = JSON.parse(stdout);
  expect(digest).toMatch(/^[0-9a-f]{64}$/);
  return { digest, controllerDigest };
}

/** Another Node, which npx fetches once. Throws with the reason where it cannot. */
function node24(): readonly string[] {
  const node = ['npx', '--yes', 'node@24'];
  const { stdout, stderr } = spawnSync('npx', [...node.slice(1), '--version'], { encoding: 'utf8' });
  if (stdout.startsWith('v24.')) return node;
  throw new Error(
    `Node 24 could not be run by \`${node.join(' ')}\`; this test needs it, and npm must reach its registry once:\n${stderr}`,
  );
}

describe.each(libraryNames().map((name) => [name]))('T4 the digest of %s', (scenario) => {
  it('is the same again, and in another time zone and language', async () => {
    const first = await digests(scenario, 'a');
    expect(await digests(scenario, 'b')).toEqual(first);
    const env = { TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
    expect(await digests(scenario, 'c', { env })).toEqual(first);
  });

  it('is the same in Node 24', async () => {
    const node = node24();
    expect(await digests(scenario, 'd', { node })).toEqual(await digests(scenario, 'e'));
  });
});
