import { once } from 'node:events';
import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type LiveBench, liveBench, until } from '../test/liveBench.js';
import { paperBoards } from '../test/paperBoards.js';

const SCENARIO = 'stuck-dose-no-key';
const PAUSED = { run: { paused: true } } as const;
const benches: LiveBench[] = [];

afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.close();
});

async function open(options: Parameters<typeof liveBench>[1] = PAUSED): Promise<LiveBench> {
  const bench = await liveBench(SCENARIO, options);
  benches.push(bench);
  void bench.run.live();
  return bench;
}

/** The status that an upgrade is answered with. */
function statusOf(bench: LiveBench, headers: Readonly<Record<string, string>>, path = '/live'): Promise<number> {
  const { hostname, port } = new URL(bench.url);
  const upgrade = { Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Version': '13' };
  const key = { 'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==' };
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, headers: { ...upgrade, ...key, ...headers } });
    asked.on('upgrade', (response, wire) => {
      wire.destroy();
      resolve(response.statusCode ?? 0);
    });
    asked.on('response', (response) => resolve(response.resume().statusCode ?? 0));
    asked.on('error', reject).end();
  });
}

/** Sends these as they stand and says what came back, and how it was closed. */
async function answerTo(bench: LiveBench, messages: readonly (string | Buffer)[]) {
  const socket = new WebSocket(bench.wireUrl);
  const said: string[] = [];
  socket.on('message', (data: Buffer) => said.push(data.toString('utf8')));
  await once(socket, 'open');
  for (const message of messages) socket.send(message);
  const [code] = (await once(socket, 'close')) as [number];
  const last = JSON.parse(said.at(-1) ?? '{}') as { readonly name?: string };
  return { code, name: last.name };
}

const join = (more: object = {}) => JSON.stringify({ type: 'join', protocol: 1, ...more });
const openDoor = { role: 'engineer', kind: 'hand', machine: 'harbour-house-1', hand: 'open-door', cartridge: 0, packages: 0 };

describe('a shared run', () => {
  it('a deed of one is seen by all, at its instant and with its role, and is an input of the record', async () => {
    const bench = await open({ run: { pace: 60 } });
    const [acting, watching] = [bench.view(bench.tokens.act), bench.view()];
    await until(() => acting.state !== null && watching.state !== null);
    expect(await acting.connection.ask({ type: 'act', deed: openDoor })).toEqual({ is: 'done' });
    await until(() => watching.entries.some(([, , source]) => source === 'input'));
    const seen = watching.entries.find(([, , source]) => source === 'input');
    expect(seen?.slice(1, 4)).toEqual([3, 'input', 'hand']);
    expect(seen?.[4]).toMatchObject({ role: 'engineer', hand: 'open-door' });
    expect(bench.run.recorded.run.inputs).toEqual([{ ...openDoor, t_us: seen?.[0] }]);
  });

  it('stands still and goes on as it is told', async () => {
    const bench = await open();
    const [trainer, watching] = [bench.view(bench.tokens.act), bench.view()];
    await until(() => trainer.state !== null && watching.state !== null);
    expect(watching.state).toMatchObject({ paused: true, now_us: 0, pace: 1, armed: null });
    expect(await trainer.connection.ask({ type: 'control', pause: false, pace: 60 })).toEqual({ is: 'done' });
    await until(() => (watching.state?.now_us ?? 0) > 0);
    expect(await trainer.connection.ask({ type: 'control', pause: true })).toEqual({ is: 'done' });
    await until(() => watching.state?.paused === true);
    const stood_us = bench.run.now_us;
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(bench.run.now_us).toBe(stood_us);
    expect(watching.state?.pace).toBe(60);
  });

  it('says what is wrong with a deed, and nothing happens', async () => {
    const bench = await open();
    const acting = bench.view(bench.tokens.act);
    await until(() => acting.state !== null);
    const elsewhere = await acting.connection.ask({ type: 'act', deed: { ...openDoor, machine: 'elsewhere' } });
    expect(elsewhere).toEqual({ is: 'refused', says: 'there is no machine elsewhere' });
    const nobody = await acting.connection.ask({ type: 'act', deed: { ...openDoor, role: 'wizard' } });
    expect(nobody).toMatchObject({ is: 'refused', says: expect.stringContaining('role cannot be "wizard"') });
    expect(bench.run.recorded.run.inputs).toEqual([]);
  });
});

describe('who may what', () => {
  it('watching needs no token here, acting needs its own, and arming another', async () => {
    const bench = await open();
    const [watching, acting, arming] = [bench.view(), bench.view(bench.tokens.act), bench.view(bench.tokens.arm)];
    await until(() => [watching, acting, arming].every((one) => one.state !== null));
    expect(watching.hello?.rights).toEqual(['watch']);
    expect(acting.hello?.rights).toEqual(['watch', 'act']);
    expect(arming.hello?.rights).toEqual(['watch', 'act', 'arm']);
    const refused = { is: 'refused' };
    expect(await watching.connection.ask({ type: 'act', deed: openDoor })).toMatchObject(refused);
    expect(await watching.connection.ask({ type: 'control', pause: false })).toMatchObject(refused);
    expect(await acting.connection.ask({ type: 'arm', inert: true })).toMatchObject({ says: 'this link does not allow to arm' });
    expect(await arming.connection.ask({ type: 'arm', inert: true })).toMatchObject({
      says: 'nothing real stands below a hinge here',
    });
    expect(bench.run).toMatchObject({ now_us: 0, paused: true });
  });

  it('a token that opens nothing is refused, and so is none where watching takes one', async () => {
    const bench = await open({ ...PAUSED, watch: 'sixteen-letters-1' });
    expect(await answerTo(bench, [join({ token: 'sixteen-letters-2' })])).toEqual({ code: 4401, name: 'no-such-link' });
    expect(await answerTo(bench, [join()])).toEqual({ code: 4401, name: 'no-such-link' });
    const watching = bench.view('sixteen-letters-1');
    await until(() => watching.state !== null);
    expect(watching.hello?.rights).toEqual(['watch']);
  });

  it('real motors are armed only while somebody is there who may arm', async () => {
    const moves: string[] = [];
    const boards = paperBoards(moves);
    const bench = await open({ run: { paused: true, boards } });
    const [watching, holder] = [bench.view(), bench.view(bench.tokens.arm)];
    await until(() => watching.state?.armed === false && holder.state !== null);
    expect(await holder.connection.ask({ type: 'arm', inert: true })).toEqual({ is: 'done' });
    await until(() => watching.state?.armed === true);
    holder.connection.leave();
    await until(() => watching.state?.armed === false);
    expect(moves).toEqual(['arm', 'disarm']);
  });

  it('motors that no link may arm stay still, and whoever asks hears why', async () => {
    const moves: string[] = [];
    const boards = paperBoards(moves);
    boards.refuseArming('paper: it cuts no stalled motor by itself');
    const bench = await open({ run: { paused: true, boards } });
    const holder = bench.view(bench.tokens.arm);
    await until(() => holder.state !== null);
    const answer = await holder.connection.ask({ type: 'arm', inert: true });
    expect(answer).toEqual({ is: 'refused', says: 'paper: it cuts no stalled motor by itself' });
    expect(moves).toEqual([]);
  });

  it('motors that were armed by whoever started the run stay so when viewers leave', async () => {
    const moves: string[] = [];
    const boards = paperBoards(moves);
    const bench = await open({ run: { paused: true, boards } });
    const [watching, acting] = [bench.view(), bench.view(bench.tokens.act)];
    bench.run.arm();
    await until(() => watching.state?.armed === true && acting.state !== null);
    watching.connection.leave();
    await until(() => acting.state?.viewers === 1);
    expect(acting.state?.armed).toBe(true);
    // Whoever may act can stop them, and nobody without the right can let them move again.
    expect(await acting.connection.ask({ type: 'disarm' })).toEqual({ is: 'done' });
    expect(await acting.connection.ask({ type: 'arm', inert: true })).toMatchObject({ is: 'refused' });
    expect(moves).toEqual(['arm', 'disarm']);
  });

  it('a prompt is shown to all, and answered once, by whoever may act', async () => {
    const boards = paperBoards([]);
    const bench = await open({ run: { paused: true, boards } });
    const [watching, acting] = [bench.view(), bench.view(bench.tokens.act)];
    await until(() => watching.state !== null && acting.state !== null);
    boards.raise('free');
    await until(() => watching.state?.prompts.length === 1);
    expect(watching.state?.prompts[0]).toMatchObject({ number: 1, machine: 'harbour-house-1', wantsCount: true });
    const count = { onCoil: 13, rejected: 1 };
    expect(await watching.connection.ask({ type: 'answer', prompt: 1, count })).toMatchObject({ is: 'refused' });
    expect(await acting.connection.ask({ type: 'answer', prompt: 1 })).toMatchObject({ says: 'what was counted belongs to it' });
    expect(await acting.connection.ask({ type: 'answer', prompt: 1, count })).toEqual({ is: 'done' });
    await until(() => watching.state?.prompts.length === 0);
    expect(await acting.connection.ask({ type: 'answer', prompt: 1, count })).toMatchObject({
      says: 'nobody is asked for that any more',
    });
    expect(boards.counts).toEqual([count]);
  });

  it('a count that cannot be written down ends the run, and not the process', async () => {
    const boards = paperBoards([]);
    const bench = await open({ run: { paused: true, boards } });
    const acting = bench.view(bench.tokens.act);
    await until(() => acting.state !== null);
    boards.raise('free');
    boards.loseLedger();
    await until(() => acting.state?.prompts.length === 1);
    const answer = await acting.connection.ask({ type: 'answer', prompt: 1, count: { onCoil: 13, rejected: 1 } });
    expect(answer).toEqual({ is: 'refused', says: 'the run failed' });
    expect(bench.run.end).toMatchObject({ is: 'failed' });
  });

  it('a board that goes and comes is told at once, and one that ends the run says why', async () => {
    const boards = paperBoards([]);
    const bench = await open({ run: { paused: true, boards } });
    const watching = bench.view();
    await until(() => watching.state?.boards[0]?.answers === true);
    boards.plug(false);
    await until(() => watching.state?.boards[0]?.answers === false);
    boards.plug(true);
    await until(() => watching.state?.boards[0]?.answers === true);
    boards.fail('the board runs other charts');
    await until(() => watching.state?.failed === 'The run could not go on: the board runs other charts.');
    expect(bench.run.end).toMatchObject({ is: 'failed' });
  });
});

describe('what is refused', () => {
  it.each([
    ['a page from elsewhere', { Origin: 'http://evil.example' }, 403],
    ['a page of another port', { Origin: 'http://127.0.0.1:1' }, 403],
    ['a page without a place', { Origin: 'null' }, 403],
    ['a name that is not ours', { Host: 'evil.example' }, 403],
    ['a name that is not ours, from its own page', { Host: 'evil.example', Origin: 'http://evil.example' }, 403],
  ])('%s', async (_, headers, status) => {
    const bench = await open();
    expect(await statusOf(bench, headers)).toBe(status);
    expect(bench.server.viewers).toBe(0);
  });

  it('not our own page', async () => {
    const bench = await open();
    const { host, origin } = new URL(bench.url);
    expect(await statusOf(bench, { Host: host, Origin: origin })).toBe(101);
    expect(await statusOf(bench, { Host: host, Origin: origin }, '/elsewhere')).toBe(404);
  });

  it.each([
    ['no JSON', ['{'], 4400, 'bad-message'],
    ['binary', [Buffer.from(join())], 4400, 'bad-message'],
    ['an unknown type', ['{"type":"hold"}'], 4400, 'bad-message'],
    ['a key too many', [join({ more: 1 })], 4400, 'bad-message'],
    ['another protocol', [JSON.stringify({ type: 'join', protocol: 2 })], 4409, 'other-protocol'],
    ['a deed before joining', [JSON.stringify({ type: 'act', id: 1, deed: openDoor })], 1008, 'join-first'],
    [
      'a deed with an instant of its own',
      [join(), JSON.stringify({ type: 'act', id: 1, deed: { ...openDoor, t_us: 5 } })],
      4400,
      'bad-message',
    ],
    ['a fraction', [join(), JSON.stringify({ type: 'act', id: 1, deed: { ...openDoor, cartridge: 0.5 } })], 4400, 'bad-message'],
  ])('%s', async (_, messages, code, name) => {
    const bench = await open();
    expect(await answerTo(bench, messages)).toEqual({ code, name });
  });

  it('a message of more than 64 KiB', async () => {
    const bench = await open();
    expect(await answerTo(bench, [join({ token: 'x'.repeat(65_536) })])).toMatchObject({ code: 1009 });
  });

  it('a flood, at the first message beyond the burst, and nobody else notices', async () => {
    const bench = await open({ ...PAUSED, limits: { burst: 5, perSecond: 0.001 } });
    const other = bench.view();
    await until(() => other.state !== null);
    const act = JSON.stringify({ type: 'control', id: 1, pause: true });
    const flood = [join({ token: bench.tokens.act }), ...Array.from({ length: 200 }, () => act)];
    expect(await answerTo(bench, flood)).toEqual({ code: 4429, name: 'too-fast' });
    expect(other).toMatchObject({ losses: 0, ended: null });
  });

  it('more viewers than there is room for, until one leaves', async () => {
    const bench = await open({ ...PAUSED, limits: { viewers: 1 } });
    const first = bench.view();
    await until(() => first.state !== null);
    const { host } = new URL(bench.url);
    expect(await statusOf(bench, { Host: host })).toBe(503);
    first.connection.leave();
    await until(() => bench.server.viewers === 0);
    const second = bench.view();
    await until(() => second.state !== null);
  });

  it('who never joins, and who gives no sign of life', async () => {
    const bench = await open({ ...PAUSED, limits: { joinMs: 20, pulseMs: 30 } });
    expect(await answerTo(bench, [])).toEqual({ code: 1008, name: 'join-first' });
    const socket = new WebSocket(bench.wireUrl, { autoPong: false });
    await once(socket, 'open');
    socket.send(join());
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).toBe(1006);
    const alive = bench.view();
    await until(() => alive.state !== null);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(alive.losses).toBe(0);
  });
});

it('who is there when it ends is told, and does not come back', async () => {
  const bench = await liveBench(SCENARIO, PAUSED);
  const seen = bench.view();
  await until(() => seen.state !== null);
  await bench.server.close();
  await until(() => seen.ended === 'closing');
  expect(seen).toMatchObject({ losses: 0, joins: 1 });
  await bench.close();
});

it('a page from this server is told that a live run waits', async () => {
  const bench = await open();
  expect(await (await fetch(bench.url)).text()).toContain('<meta name="dosetwin-live" content="yes" />');
});
