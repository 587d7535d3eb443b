import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const quoted = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, word]) => word as string);

/** Kind to the keys of its payload, as SPEC lists them for `MACHINE/board`. */
function listedInSpec(): Record<string, string[]> {
  const spec = read('../../../twin/SPEC.md');
  const [, list = ''] = /\n- level 1, `MACHINE\/board`[^\n]*\n((?: {2}[^\n]*\n)+)/.exec(spec) ?? [];
  const items = list
    .replace(/\n {4}/g, ' ')
    .split('\n')
    .filter((line) => line !== '');
  return Object.fromEntries(
    items.flatMap((item) => {
      const [, kinds = '', keys = ''] = /^ {2}- (.*?) \((.*?)\):/.exec(item) ?? [];
      return quoted(kinds).map((kind) => [kind, keys.startsWith('the command') ? ['…command'] : quoted(keys).sort()]);
    }),
  );
}

/** The same, as the one place that records them writes them. */
function recordedByBody(): Record<string, string[]> {
  const source = read('./LiveBody.ts');
  const found = [...source.matchAll(/#record\('([a-z-]+)', \{ (.*?) \}\);?/g)].map(([, kind, payload]): [string, string[]] => [
    kind as string,
    (payload as string)
      .split(', ')
      .map((part) => part.replace(/:.*$/, '').replace('...', '…'))
      .sort(),
  ]);
  return Object.fromEntries(found);
}

it('SPEC lists what a real board adds to a record, kind by kind with its keys, and nothing else', () => {
  const listed = listedInSpec();
  expect(Object.keys(listed).length).toBeGreaterThan(8);
  expect(recordedByBody()).toEqual(listed);
});
