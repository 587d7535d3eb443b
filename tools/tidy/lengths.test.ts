import { describe, expect, it } from 'vitest';
import { checkLengths } from './lengths.js';
import { Source } from './Source.js';

const long = (head: string, lines: number) => `${head}{\n${'  step();\n'.repeat(lines - 2)}}\n`;
const check = (text: string, path = 'twin/src/a.ts') => checkLengths([new Source(path, text)], []).map(({ message }) => message);

describe('lengths', () => {
  it('refuses a file of 401 lines and accepts one of 400', () => {
    expect(check('step();\n'.repeat(401))).toEqual([expect.stringMatching(/401 lines, at most 400/)]);
    expect(check('step();\n'.repeat(400))).toEqual([]);
  });

  it.each(['function f() ', 'const f = () => ', 'const f = function () '])(
    'refuses %s of 81 lines and accepts one of 80',
    (head) => {
      expect(check(long(head, 81))).toEqual([expect.stringMatching(/a function of 81 lines/)]);
      expect(check(long(head, 80))).toEqual([]);
    },
  );

  it('reads methods, and C by its file', () => {
    expect(check(`class A {\n${long('f() ', 81)}}\n`)).toHaveLength(1);
    expect(check('step();\n'.repeat(401), 'firmware-bridge/firmware/a.c')).toHaveLength(1);
  });

  it('takes a suite for a list of tests', () => {
    expect(check(`describe('a', () => ${long('', 100).trimEnd()});\n`)).toEqual([]);
  });

  it('lets a listed file be, and refuses a listing that nothing needs', () => {
    const exceptions = [{ path: 'twin/src/a.ts', reason: 'one table' }];
    expect(checkLengths([new Source('twin/src/a.ts', 'step();\n'.repeat(500))], exceptions)).toEqual([]);
    expect(checkLengths([new Source('twin/src/a.ts', 'step();\n')], exceptions)).toEqual([
      expect.objectContaining({ message: expect.stringMatching(/needs no exception any more/) }),
    ]);
  });
});
