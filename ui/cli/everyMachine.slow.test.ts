import { execFile, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { libraryNames } from '@dosetwin/scenarios/node/library';
import { expect, it } from 'vitest';
import { dosetwin, ROOT, temporaryFolder } from './test/dosetwin.js';

const folder = temporaryFolder();
const LIBRARY_DIGESTS = fileURLToPath(new URL('test/libraryDigests.ts', import.meta.url));
const ELSEWHERE = { TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };

type Digests = Readonly<Record<string, { readonly digest: string; readonly controllerDigest: string }>>;

/** Of the whole library, as a process of its own finds them. */
async function libraryDigests(node: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Digests> {
  const [program = '', ...before] = node;
  const words = [...before, '--import', 'tsx', LIBRARY_DIGESTS];
  const { stdout } = await promisify(execFile)(program, words, { cwd: ROOT, env: { ...process.env, ...env } });
  return JSON.parse(stdout);
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

it('[T4] the digests of the whole library are the same again, in another time zone and language, and in Node 24', async () => {
  const other = node24();
  const [here, elsewhere] = await Promise.all([
    libraryDigests([process.execPath]),
    libraryDigests([process.execPath], ELSEWHERE),
  ]);
  expect(Object.keys(here)).toEqual(libraryNames());
  for (const { digest, controllerDigest } of Object.values(here)) {
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(controllerDigest).toMatch(/^[0-9a-f]{64}$/);
  }
  expect(elsewhere).toEqual(here);
  expect(await libraryDigests(other)).toEqual(here);
  // The command says of a run what the run itself says.
  const { stdout } = await dosetwin(['run', 'every-draw', '--out', folder, '--json'], { env: ELSEWHERE });
  expect(JSON.parse(stdout)).toMatchObject({ ...here['every-draw'] });
});
