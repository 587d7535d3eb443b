import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dosetwin, ended, start, temporaryFolder } from '../test/dosetwin.js';
import { freePorts, killed, NatsCluster } from '../test/NatsCluster.js';
import { threeTowns } from '../test/threeTowns.js';

const folder = temporaryFolder();
const region = threeTowns(folder);
const STUDY = ['size', region, '--json', '--machines', '3', '--precision', '0.2', '--seed', '3'];
const children: ReturnType<typeof start>[] = [];
let cluster: NatsCluster;
let alone: Promise<string>;
/** Those who outlive the first study, with what they say. */
let survivors: { readonly child: ReturnType<typeof start>; readonly said: ReturnType<typeof ended> }[] = [];

beforeAll(async () => {
  cluster = await NatsCluster.start(join(folder, 'cluster'), 3);
  alone = whole(dosetwin([...STUDY, '--workers', '1', '--out', join(folder, 'alone')]));
});
afterAll(async () => {
  await Promise.all(children.map(killed));
  await cluster.stop();
});

describe('size over NATS', () => {
  it('[Z24][Z25] comes to the same with workers, the leading server and itself killed on the way', async () => {
    const [one, two] = [worker('one'), worker('two')];
    const out = join(folder, 'bus');
    const words = [...STUDY, '--nats', cluster.url, '--out', out];
    const first = begin(words);
    await blocksIn(out, 20);
    await killed(one.child);
    const leader = await leaderOf(cluster.servers.map(({ address }) => address));
    cluster.servers.find(({ name }) => name === leader)?.kill();
    await blocksIn(out, 60);
    await killed(first);
    const second = begin([...words, '--resume']);
    const said = ended(second);
    survivors = [two, worker('three')];
    expect(await whole(said)).toBe(await alone);
    const { stderr } = await said;
    expect(stderr).toContain('The worker two is here, with 1 thread.');
    cluster.servers.find(({ name }) => name === leader)?.startAgain();
    // What is left is two empty streams.
    expect(await messagesLeft(cluster.url)).toEqual([0, 0]);
  });

  it('[Z22][Z26] refuses another program by name, takes out what is no block, and goes on', async () => {
    const connection = await connect({ servers: cluster.url.split(',') });
    const sources = 'f'.repeat(64);
    const stranger = setInterval(() => {
      const program = { version: '0.0.9', sources };
      const here = { format: 'dosetwin here 1', who: 'worker', name: 'old-one', program, threads: 4 };
      connection.publish('dosetwin.here', JSON.stringify(here));
    }, 200);
    await connection.request(await workSubject(connection), 'rubbish');
    const out = join(folder, 'rubbish');
    const size = begin([...STUDY, '--nats', cluster.url, '--workers', '1', '--out', out]);
    const said = ended(size);
    await blocksIn(out, 5);
    size.kill('SIGINT');
    const { exit, stderr } = await said;
    clearInterval(stranger);
    await connection.close();
    expect(exit).toBe(130);
    expect(stderr).toMatch(/The worker old-one is refused: it runs dosetwin 0\.0\.9 \(sources ffffffff\).*git pull/);
    expect(stderr).toContain('--nats URL --resume goes on.');
    for (const { child } of survivors) child.kill('SIGINT');
    const heard = await Promise.all(survivors.map((one) => one.said));
    expect(heard.map((one) => one.exit)).toEqual([0, 0]);
    expect(heard.map((one) => one.stderr).join()).toMatch(/is no block \(it is no JSON\); it is taken out/);
  });
});

it('says what is wrong with a bus, and what to do', async () => {
  const [port] = await freePorts(1);
  const plain = await NatsCluster.start(join(folder, 'plain'), 1, []);
  const refused = (url: string, ...words: string[]) => dosetwin(['worker', '--nats', url, ...words]);
  const [nobody, wrong, noStore, noFile] = await Promise.all([
    refused(`nats://127.0.0.1:${port}`),
    refused('http://127.0.0.1:4222'),
    refused(plain.url),
    refused(plain.url, '--nats-creds', join(folder, 'none.creds')),
  ]);
  await plain.stop();
  expect(nobody).toMatchObject({
    exit: 3,
    stderr: expect.stringMatching(/No NATS server answers at 127.*apt-get install nats-server/),
  });
  expect(wrong).toMatchObject({ exit: 2, stderr: expect.stringContaining('nats://HOST:PORT was expected') });
  expect(noStore).toMatchObject({ exit: 3, stderr: expect.stringContaining('has no JetStream') });
  expect(noFile).toMatchObject({ exit: 2, stderr: expect.stringContaining('cannot be read (ENOENT)') });
});

function begin(words: readonly string[]): ReturnType<typeof start> {
  const child = start(words);
  children.push(child);
  return child;
}

function worker(name: string) {
  const child = begin(['worker', '--nats', cluster.url, '--threads', '1', '--name', name]);
  return { child, said: ended(child) };
}

/** What a study printed, but for where its report lies. */
async function whole(said: ReturnType<typeof dosetwin>): Promise<string> {
  const { exit, stdout, stderr } = await said;
  expect([0, 1], stderr).toContain(exit);
  return JSON.stringify({ ...JSON.parse(stdout), report: '' });
}

/** Waits until so many blocks of a study are done. */
async function blocksIn(out: string, count: number): Promise<void> {
  const path = join(out, 'size-three-towns-3.blocks');
  while (!existsSync(path) || readFileSync(path, 'utf8').split('\n').length < count) await sleep(20);
}

async function leaderOf(servers: string[]): Promise<string | undefined> {
  const connection = await connect({ servers });
  const { cluster } = await (await jetstreamManager(connection)).streams.info('dosetwin-work');
  await connection.close();
  return cluster?.leader;
}

async function messagesLeft(url: string): Promise<number[]> {
  const connection = await connect({ servers: url.split(',') });
  const manager = await jetstreamManager(connection);
  const infos = await Promise.all(['dosetwin-kept', 'dosetwin-work'].map((name) => manager.streams.info(name)));
  await connection.close();
  return infos.map(({ state }) => state.messages);
}

/** The subject at which the workers that are there look for blocks: learnt from what one of them says of itself. */
async function workSubject(connection: NatsConnection): Promise<string> {
  for await (const message of connection.subscribe('dosetwin.here')) {
    const { name, program } = message.json<{ name: string; program: { sources: string } }>();
    if (name !== 'old-one') return `dosetwin.work.${program.sources}.nothing.known`;
  }
  return '';
}
