import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dosetwin, ROOT, temporaryFolder } from './test/dosetwin.js';

const folder = temporaryFolder();
const EXAMPLE = join(ROOT, 'docs/examples/own-week');

it('import writes a scenario that runs, with none of the ids of its lists, and says nothing of them', async () => {
  const out = join(folder, 'week.yaml');
  const { exit, stdout } = await dosetwin(['import', `${EXAMPLE}.xlsx`, '--out', out, '--json']);
  expect(exit).toBe(0);
  const told = JSON.parse(stdout) as { scenario: string; parameters: { name: string; value: number }[] };
  expect(told.scenario).toBe(out);
  expect(told.parameters.map(({ name }) => name)).toContain('staffNoticeMeanMin');
  const text = readFileSync(out, 'utf8');
  const ids = readdirSync(EXAMPLE).flatMap((name) =>
    readFileSync(join(EXAMPLE, name), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .flatMap((line) => line.split(',').slice(0, 2))
      .filter((cell) => /\d|fictional/.test(cell)),
  );
  expect(ids.length).toBeGreaterThan(100);
  for (const id of new Set(ids)) {
    expect(text).not.toMatch(new RegExp(`\\b${id}\\b`));
    expect(stdout).not.toMatch(new RegExp(`\\b${id}\\b`));
  }
  const run = await dosetwin(['run', out, '--out', folder, '--json']);
  expect(run.exit).toBe(0);
  expect(existsSync(join(folder, 'week-1.jsonl'))).toBe(true);
});

it('import tells what to mend with exit 2, writes nothing, and shows no name', async () => {
  cpSync(EXAMPLE, join(folder, 'lists'), { recursive: true });
  const people = join(folder, 'lists/people.csv');
  writeFileSync(people, readFileSync(people, 'utf8').replace('p03', 'Ada Lovelace'));
  const out = join(folder, 'nothing.yaml');
  const { exit, stdout, stderr } = await dosetwin(['import', join(folder, 'lists'), '--out', out]);
  expect(exit).toBe(2);
  expect(stderr).toMatch(/people\.csv, row 4, column A \(person\): this looks like the name of a person \(not shown\)/);
  expect(stdout + stderr).not.toContain('Ada');
  expect(existsSync(out)).toBe(false);
});

it('import --template writes headers, and not over a list that somebody has begun', async () => {
  const lists = join(folder, 'empty');
  expect((await dosetwin(['import', '--template', lists])).exit).toBe(0);
  expect(readFileSync(join(lists, 'people.csv'), 'utf8')).toBe('person,machine,windows,attendance\n');
  writeFileSync(join(lists, 'people.csv'), 'person,machine,windows\np01,fh-1,07:00-11:00\n');
  const again = await dosetwin(['import', '--template', lists]);
  expect(again.exit).toBe(2);
  expect(again.stderr).toMatch(/is there already/);
});
