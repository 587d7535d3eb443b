import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dosetwin, temporaryFolder } from './test/dosetwin.js';

const folder = temporaryFolder();

it('report prints a PDF by Chromium, measures as CSV, and says with exit 3 what is missing', async () => {
  await dosetwin(['run', 'stuck-dose-no-key', '--out', folder]);
  const stem = join(folder, 'stuck-dose-no-key-41207');
  const without = { env: { CHROMIUM_PATH: '/nowhere/chromium' } };
  const refused = await dosetwin(['report', `${stem}.jsonl`, '--format', 'pdf'], without);
  expect(refused.exit).toBe(3);
  expect(refused.stderr).toContain('CHROMIUM_PATH');
  expect(existsSync(`${stem}.pdf`)).toBe(false);
  expect((await dosetwin(['report', `${stem}.jsonl`, '--format', 'pdf'])).stdout).toBe(`${stem}.pdf\n`);
  const pdf = readFileSync(`${stem}.pdf`);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.length).toBeGreaterThan(20_000);
  expect((await dosetwin(['report', `${stem}.jsonl`, '--format', 'csv'])).exit).toBe(0);
  expect(readFileSync(`${stem}.csv`, 'utf8')).toMatch(/stuck-dose-no-key,,41207,time,nurse,\d+,ms/);
});
