import { expect, it } from 'vitest';
import { helpRefusal } from './helpRefusal.js';
import { program } from './program.js';

const refusalOf = (...words: string[]) =>
  helpRefusal(
    words,
    program(() => {}),
  );

it('help for a command that is not there names the near one, and all', async () => {
  const nothing = await refusalOf('help', 'nothing');
  expect(nothing).toMatch(/^there is no command 'nothing' to help with\nThe commands are start, run, live,.*dosetwin --help$/);
  expect(await refusalOf('help', 'repaly')).toContain("there is no command 'repaly' to help with; did you mean replay?");
});

it('help for one that is there, for none, and no help at all are let through', async () => {
  for (const words of [['help', 'run'], ['help'], ['help', '--x'], ['help', 'help'], ['run', 'nothing']])
    expect(await refusalOf(...words)).toBe(null);
});
