import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Exit } from './Exit.js';
import { Refusal } from './Refusal.js';
import { orRefuse, runPaths, writeText } from './runFiles.js';
import { temporaryFolder } from './test/dosetwin.js';

const folder = temporaryFolder();

describe('the files of a run', () => {
  it('are named after scenario, variant and seed', () => {
    const header = { scenario: 'stuck-dose-no-key', variant: null, seed: 41207 };
    expect(runPaths('runs', header)).toEqual({
      record: 'runs/stuck-dose-no-key-41207.jsonl',
      report: 'runs/stuck-dose-no-key-41207.html',
    });
    expect(runPaths('.', { ...header, variant: 'key-on-site', seed: 7 }).record).toBe('stuck-dose-no-key-key-on-site-7.jsonl');
  });

  it('come with the folders that they need', () => {
    const path = join(folder, 'a/b/c.txt');
    writeText(path, 'inside');
    expect(readFileSync(path, 'utf8')).toBe('inside');
  });

  it('that cannot be written are refused as a lack of the machine, in words', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const refusal = refusalOf(() => writeText(join(file, 'below/x.txt'), ''));
    expect(refusal).toMatchObject({ exit: Exit.environment });
    expect(refusal.message).toBe(`${join(file, 'below/x.txt')} cannot be written: a file stands where a folder is needed.`);
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC', syscall: 'write' });
    expect(
      refusalOf(() =>
        orRefuse('a.jsonl', () => {
          throw full;
        }),
      ).message,
    ).toBe('a.jsonl cannot be written: the disk is full.');
  });

  it('leave a fault of ours a fault', () => {
    const fault = new TypeError('undefined is not a function');
    expect(() =>
      orRefuse('a.jsonl', () => {
        throw fault;
      }),
    ).toThrow(fault);
  });
});

function refusalOf(act: () => unknown): Refusal {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
