import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { libraryNames, listLibrary } from '@dosetwin/scenarios/node/library';
import { beforeAll, describe, expect, it } from 'vitest';
import { dosetwin, type Ended, ended, start, temporaryFolder } from './test/dosetwin.js';

const folder = temporaryFolder();
const RECORD = join(folder, 'stuck-dose-no-key-41207.jsonl');
let ran: Ended;

/** A copy of the record with some of its text written anew. */
function altered(name: string, rewrite: (text: string) => string): string {
  const path = join(folder, name);
  const text = readFileSync(RECORD, 'utf8');
  const written = rewrite(text);
  expect(written).not.toBe(text);
  writeFileSync(path, written);
  return path;
}

beforeAll(async () => {
  ran = await dosetwin(['run', 'stuck-dose-no-key', '--out', folder]);
});

describe('run', () => {
  it('exits 0, with outcome and digest on stdout and a screen of words on stderr', () => {
    expect(ran.exit).toBe(0);
    expect(ran.stdout).toMatch(/^outcome held\ndigest [0-9a-f]{64}\n$/);
    const lines = ran.stderr.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(24);
    expect(ran.stderr).toContain('Stuck dose, no key');
    expect(ran.stderr).toContain(RECORD);
    expect(ran.stderr).not.toContain('\u001b');
  });

  it('writes the record and a report that stands alone', () => {
    const lines = readFileSync(RECORD, 'utf8').trimEnd().split('\n');
    expect(JSON.parse(lines[0] as string)).toMatchObject({
      format: 'dosetwin-record',
      scenario: 'stuck-dose-no-key',
      seed: 41207,
    });
    expect(JSON.parse(lines.at(-1) as string).end.entries).toBe(lines.length - 2);
    const report = readFileSync(join(folder, 'stuck-dose-no-key-41207.html'), 'utf8');
    expect(report).toContain('Stuck dose, no key');
    expect(report).not.toMatch(/(src|href)="https?:\/\/(?!doi\.org)/);
  });

  it('--json prints one object with all that was promised', async () => {
    const { exit, stdout } = await dosetwin(['run', 'stuck-dose-no-key:key-on-site', '--seed', '9', '--out', 'here', '--json'], {
      cwd: folder,
    });
    expect(exit).toBe(0);
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({
      outcome: 'held',
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      controllerDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
      record: join('here', 'stuck-dose-no-key-key-on-site-9.jsonl'),
      report: join('here', 'stuck-dose-no-key-key-on-site-9.html'),
      measures: { doses: expect.any(Object), jams: expect.any(Array) },
      seed: 9,
      variant: 'key-on-site',
      versions: { dosetwin: expect.any(String), zoneData: '2026f' },
    });
    expect(result.expectations.map(({ verdict }: { verdict: string }) => verdict)).toContain('held');
    expect(readdirSync(join(folder, 'here')).sort()).toEqual([
      'stuck-dose-no-key-key-on-site-9.html',
      'stuck-dose-no-key-key-on-site-9.jsonl',
    ]);
  });

  it('exits 1 when an expectation fails, and says which', async () => {
    const library = listLibrary().entries.find(({ name }) => name === 'stuck-dose-no-key');
    const own = join(folder, 'own.yaml');
    writeFileSync(
      own,
      readFileSync(library?.file ?? '', 'utf8').replace('within: 3 h, see: door-opened', 'within: 3 min, see: door-opened'),
    );
    const { exit, stdout, stderr } = await dosetwin(['run', own, '--out', folder]);
    expect(exit).toBe(1);
    expect(stdout).toMatch(/^outcome failed\n/);
    expect(stderr).toMatch(/✗ failed {2}Within 3 min/);
    expect(existsSync(join(folder, 'own-41207.html'))).toBe(true);
  });

  it.each([
    [['run', 'stuck-dose-no-kye'], 2, "'stuck-dose-no-kye' is no scenario of the library; did you mean stuck-dose-no-key?"],
    [
      ['run', 'stuck-dose-no-key:key-on-sight'],
      2,
      "'key-on-sight' is no variant of stuck-dose-no-key; did you mean key-on-site?",
    ],
    [['run', 'nowhere.yaml'], 2, "'nowhere.yaml' does not exist"],
    [['run', 'stuck-dose-no-key', '--controller', 'steam'], 2, "there is no controller 'steam'; there is model"],
    [['run', 'stuck-dose-no-key', '--controller', 'elsewhere-1=model'], 2, 'there is harbour-house-1'],
    [['run', 'stuck-dose-no-key', '--sed', '1'], 2, 'did you mean --seed?'],
    [['run', 'stuck-dose-no-key', '--out', 'package.json/below'], 3, 'cannot be written: a file stands where a folder is needed'],
    [['rnu', 'stuck-dose-no-key'], 2, 'did you mean run?'],
    [[], 2, 'Usage: dosetwin'],
    [['replay', 'nowhere.jsonl'], 2, 'nowhere.jsonl: there is no such file'],
    [['start', '--host', '0.0.0.0'], 2, 'on this machine alone'],
  ])('%j is refused: exit %d, in words, without a stack', async (words, exit, says) => {
    const refused = await dosetwin(words);
    expect(refused).toMatchObject({ exit, stdout: '' });
    expect(refused.stderr).toContain(says);
    expect(refused.stderr).not.toMatch(/^ {4}at /m);
  });

  it('prints one object even when it is refused', async () => {
    for (const words of [
      ['run', 'stuck-dose-no-kye', '--json'],
      ['list', '--jsn', '--json'],
    ]) {
      const { exit, stdout } = await dosetwin(words);
      expect(exit).toBe(2);
      expect(JSON.parse(stdout)).toMatchObject({ error: { exit: 2, message: expect.stringContaining('did you mean') } });
    }
  });

  it('reports its drift in real time; Ctrl-C ends it with the record kept', async () => {
    const child = start(['run', 'stuck-dose-no-key', '--pace', '1', '--out', join(folder, 'live'), '--json']);
    const end = ended(child);
    const record = join(folder, 'live/stuck-dose-no-key-41207.jsonl');
    await until(() => existsSync(record) && readFileSync(record, 'utf8').split('\n').length > 20);
    child.kill('SIGINT');
    const { exit, stdout, stderr } = await end;
    expect(exit).toBe(130);
    expect(stderr).toMatch(/the run lagged \d+\.\d ms behind the clock on average, \d+\.\d ms at worst/);
    expect(stderr).toContain(`dosetwin report ${record}`);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'unfinished', record, report: null });
    const again = await dosetwin(['replay', record]);
    expect(again.exit).toBe(2);
    expect(again.stderr).toMatch(
      /^.*:\d+: \{"end": …\} was expected here\..*All that it holds happened again, entry for entry\.$/m,
    );
  });

  it('leaves a readable record when it is killed', async () => {
    const child = start(['run', 'stuck-dose-no-key', '--pace', '1', '--out', join(folder, 'killed')]);
    const end = ended(child);
    const record = join(folder, 'killed/stuck-dose-no-key-41207.jsonl');
    await until(() => existsSync(record) && readFileSync(record, 'utf8').split('\n').length > 20);
    child.kill('SIGKILL');
    await end;
    const { exit, stdout, stderr } = await dosetwin(['report', record]);
    expect(exit).toBe(0);
    expect(stderr).toContain('The record has no end: the run was stopped before it was over.');
    expect(readFileSync(stdout.trim(), 'utf8')).toContain('This record is unfinished');
  });
});

describe('replay', () => {
  it('of a record passes', async () => {
    const { exit, stdout } = await dosetwin(['replay', RECORD]);
    expect(stdout).toMatch(/^same: \d+ entries, digest [0-9a-f]{64}\n$/);
    expect(exit).toBe(0);
  });

  it('names the entry that was altered, and exits 1', async () => {
    const path = altered('altered.jsonl', (text) => text.replace('"mode":"hung-up"', '"mode":"misaligned"'));
    const index = readFileSync(path, 'utf8')
      .split('\n')
      .findIndex((line) => line.includes('"mode":"misaligned"'));
    const { exit, stdout } = await dosetwin(['replay', path]);
    expect(exit).toBe(1);
    expect(stdout).toContain(`different: ${path}:${index + 1}\n`);
    expect(stdout).toMatch(/recorded was .*mode misaligned.*; what happened is .*mode hung-up/);
    const json = JSON.parse((await dosetwin(['replay', path, '--json'])).stdout);
    expect(json).toMatchObject({
      same: false,
      difference: { line: index + 1, index: index - 1, recorded: { payload: { mode: 'misaligned' } } },
    });
  });

  it.each([
    ['cut', (text: string) => text.slice(0, 60_000), /:\d+: \{"end": …\} was expected here.*is cut off/],
    ['no record', () => '{"a":1}\n', /:1:1: this is no record/],
    ['empty', () => '', /:1:1: the header of a record was expected/],
    ['a broken line', (text: string) => text.replace('"mode":"hung-up"', '"mode":hung-up'), /:\d+:\d+: .* was expected here/],
    [
      'another version',
      (text: string) => text.replace('"zoneData":"2026f"', '"zoneData":"2019c"'),
      /recorded with zoneData 2019c/,
    ],
  ])('of a record that is bad (%s) exits 2 with its line', async (name, rewrite, says) => {
    const { exit, stdout, stderr } = await dosetwin(['replay', altered(`${name}.jsonl`, rewrite)]);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toMatch(says);
  });
});

describe('diff', () => {
  it('says that a record fails its own check, and exits 1, although what it compares is equal', async () => {
    const below = altered('below.jsonl', (text) => text.replace('"beam",{"broken":true}', '"beam",{"broken":false}'));
    const { exit, stdout, stderr } = await dosetwin(['diff', RECORD, below]);
    expect([exit, stdout]).toEqual([1, 'equal\n']);
    expect(stderr).toMatch(/below\.jsonl: Line \d+ does not fit its check/);
  });

  it('exits 0 where two records tell the same, 1 where they do not, and names the entry', async () => {
    const copy = join(folder, 'copy.jsonl');
    cpSync(RECORD, copy);
    expect(await dosetwin(['diff', RECORD, copy])).toMatchObject({ exit: 0, stdout: 'equal\n' });
    const other = altered('other.jsonl', (text) => text.replaceAll('"mode":"hung-up"', '"mode":"misaligned"'));
    const { exit, stdout } = await dosetwin(['diff', RECORD, other]);
    expect(exit).toBe(1);
    expect(stdout).toMatch(/^different: harbour-house-1\/\w+, .*mode is hung-up in A and misaligned in B\.\n/);
    expect(JSON.parse((await dosetwin(['diff', RECORD, other, '--json'])).stdout)).toMatchObject({
      equal: false,
      first: { source: expect.any(String) },
    });
  });
});

describe('list, validate and report', () => {
  it('list has every scenario with whom it is for and what it rests on', async () => {
    const { exit, stdout } = await dosetwin(['list']);
    expect(exit).toBe(0);
    for (const word of [...libraryNames(), 'S1, S5', 'planner', ':key-on-site']) expect(stdout).toContain(word);
    const { scenarios } = JSON.parse((await dosetwin(['list', '--json'])).stdout);
    expect(scenarios.map(({ name }: { name: string }) => name)).toEqual(libraryNames());
    expect(scenarios.find(({ name }: { name: string }) => name === 'stuck-dose-no-key')).toMatchObject({
      name: 'stuck-dose-no-key',
      title: 'Stuck dose, no key',
      study: ['S1', 'S5'],
      audience: ['engineer', 'planner', 'trainer'],
    });
  });

  it('validate says good of the whole library', async () => {
    const files = listLibrary().entries.map(({ file }) => file);
    const { exit, stdout, stderr } = await dosetwin(['validate', ...files]);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    for (const file of files) expect(stdout).toContain(`${file}: good`);
  });

  it('report writes a page or JUnit for each record, and tells of one that was altered', async () => {
    const path = altered('changed.jsonl', (text) => text.replace('"mode":"hung-up"', '"mode":"misaligned"'));
    const { exit, stdout, stderr } = await dosetwin([
      'report',
      RECORD,
      path,
      '--format',
      'junit',
      '--out',
      join(folder, 'junit'),
    ]);
    expect(exit).toBe(0);
    const written = ['stuck-dose-no-key-41207.xml', 'changed.xml'].map((name) => join(folder, 'junit', name));
    expect(stdout).toBe(`${written.join('\n')}\n`);
    expect(readFileSync(written[0] as string, 'utf8')).toMatch(/<testsuite name="stuck-dose-no-key" tests="\d+" failures="0"/);
    expect(stderr).toMatch(/changed\.jsonl: Line \d+ does not fit its check/);
  });

  it('a reader that leaves early disturbs nobody', async () => {
    const child = start(['list']);
    child.stdout.destroy();
    const said = await ended(child);
    expect(said).toMatchObject({ exit: 0, stderr: '' });
  });
});

describe('start', () => {
  it('prints its address, answers, and closes when asked to', async () => {
    const child = start(['start']);
    const end = ended(child);
    const url = await new Promise<string>((resolve) => child.stdout.once('data', (text: Buffer) => resolve(String(text).trim())));
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect((await fetch(url)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await end).toMatchObject({ exit: 0, stdout: `${url}\n` });
  });

  it('exits 3 with words when the port that was asked for is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as { port: number };
    const { exit, stdout, stderr } = await dosetwin(['start', '--port', String(port)]);
    taken.close();
    expect({ exit, stdout }).toEqual({ exit: 3, stdout: '' });
    expect(stderr).toContain(`Port ${port} is in use on this machine.`);
  });
});

/** Waits for something that another process does; the test's own time limit ends it. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
}
