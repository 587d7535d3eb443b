import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { dosetwin, ended, start, temporaryFolder } from './test/dosetwin.js';

const folder = temporaryFolder();

/** The links that the command prints, once it has. */
function linksOf(child: ReturnType<typeof start>): Promise<{ readonly watch: string; readonly act: string }> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.on('close', () => reject(new Error(`it ended before it printed its links: ${said}`)));
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString('utf8');
      const [, watch, act] = /^watch (\S+)\nact (\S+)\n/.exec(said) ?? [];
      if (watch !== undefined && act !== undefined) resolve({ watch, act });
    });
  });
}

/** Joins by a link; how the connection ended, and with what it began. */
function viewerOf(link: string) {
  const { host, hash } = new URL(link);
  const socket = new WebSocket(`ws://${host}/live`);
  const token = hash.split('=')[1];
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  const hello = new Promise<{ readonly type: string; readonly rights: readonly string[] }>((resolve) =>
    socket.once('message', (data: Buffer) => resolve(JSON.parse(data.toString('utf8')))),
  );
  socket.on('open', () => socket.send(JSON.stringify({ type: 'join', protocol: 1, ...(token === undefined ? {} : { token }) })));
  return { closed, hello };
}

it.each(['SIGINT', 'SIGTERM'] as const)(
  '%s ends a live run well: viewers are told, the record stays and replays',
  async (signal) => {
    const out = join(folder, signal);
    const child = start(['live', 'stuck-dose-no-key', '--pace', '60', '--out', out]);
    const end = ended(child);
    const links = await linksOf(child);
    const [watching, acting] = [viewerOf(links.watch), viewerOf(links.act)];
    expect((await watching.hello).rights).toEqual(['watch']);
    expect((await acting.hello).rights).toEqual(['watch', 'act']);
    await new Promise((resolve) => setTimeout(resolve, 300));
    child.kill(signal);
    expect(await watching.closed).toBe(1001);
    expect(await acting.closed).toBe(1001);
    const { exit, stderr } = await end;
    expect(exit).toBe(130);
    expect(stderr).toContain('What happened until then is in');
    const record = join(out, 'stuck-dose-no-key-41207.jsonl');
    expect(readFileSync(record, 'utf8').split('\n').length).toBeGreaterThan(10);
    // Unfinished, and all that it holds happened again.
    const again = await dosetwin(['replay', record]);
    expect(again.stderr).toContain('All that it holds happened again');
  },
);

it('a live run to its end has the digest of the same run at once, and stays until Ctrl-C', async () => {
  const child = start(['live', 'stuck-dose-no-key', '--pace', 'max', '--out', join(folder, 'live')]);
  const end = ended(child);
  await new Promise<void>((resolve) =>
    child.stdout.on('data', (text: Buffer) => text.toString('utf8').includes('digest') && resolve()),
  );
  child.kill('SIGINT');
  const { exit, stdout } = await end;
  expect(exit).toBe(0);
  const atOnce = await dosetwin(['run', 'stuck-dose-no-key', '--out', join(folder, 'at-once')]);
  expect(/^digest (\S+)$/m.exec(stdout)?.[1]).toBe(/^digest (\S+)$/m.exec(atOnce.stdout)?.[1]);
  const name = 'stuck-dose-no-key-41207.jsonl';
  expect(readFileSync(join(folder, 'live', name), 'utf8')).toBe(readFileSync(join(folder, 'at-once', name), 'utf8'));
});

it.each(['0.0.0.0', '192.0.2.7'])('to be heard beyond this machine, %s takes a token', async (host) => {
  const { exit, stderr } = await dosetwin(['live', 'stuck-dose-no-key', '--host', host]);
  expect(exit).toBe(2);
  expect(stderr).toContain(`${host} reaches beyond this machine`);
  expect(stderr).toContain('--token new');
});

it('a token that was given is what a watching link carries, and an address that is not ours is refused', async () => {
  const words = ['live', 'stuck-dose-no-key', '--paused', '--out', join(folder, 'token')];
  const child = start([...words, '--token', 'sixteen-letters-1']);
  const end = ended(child);
  const { watch } = await linksOf(child);
  expect(watch).toContain('#live=sixteen-letters-1');
  child.kill('SIGINT');
  expect((await end).exit).toBe(130);
  const elsewhere = await dosetwin([...words, '--host', '192.0.2.7', '--token', 'new']);
  expect(elsewhere.exit).toBe(3);
  expect(elsewhere.stderr).toContain('192.0.2.7 is no address of this machine');
});
