import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Exit } from './Exit.js';
import { Refusal } from './Refusal.js';
import { writeText } from './runFiles.js';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const LONGEST_MS = 120_000;

/** Prints a page into a PDF by a Chromium of this machine. Throws a refusal where there is none, or where it cannot. */
export function printPdf(html: string, path: string): void {
  const chromium = findChromium(process.env);
  if (chromium === undefined) {
    throw new Refusal(
      Exit.environment,
      'A PDF is printed by Chromium, and none was found: install one (Debian: apt-get install chromium), set CHROMIUM_PATH to ' +
        'its executable, or take --format html and print the page from any browser.',
    );
  }
  // So that the folder is there, and a disk that refuses is told in words.
  writeText(path, '');
  const folder = mkdtempSync(join(tmpdir(), 'dosetwin-print-'));
  try {
    const page = join(folder, 'page.html');
    writeFileSync(page, html);
    rmSync(path, { force: true });
    const { stderr } = spawnSync(
      chromium,
      [...ARGUMENTS, `--user-data-dir=${folder}`, `--print-to-pdf=${resolve(path)}`, pathToFileURL(page).href],
      {
        encoding: 'utf8',
        timeout: LONGEST_MS,
      },
    );
    if (!existsSync(path)) {
      const last = (stderr ?? '').trim().split('\n').at(-1) ?? '';
      throw new Refusal(Exit.environment, `${path} was not printed by ${chromium}: ${last === '' ? 'it gave no reason' : last}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const ARGUMENTS = [
  '--headless',
  '--disable-gpu',
  '--no-pdf-header-footer',
  // Chromium refuses its own sandbox to root, which is who runs in most containers; the page is ours and runs no script.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** The browser named by CHROMIUM_PATH, or the first one found on PATH. */
function findChromium(env: NodeJS.ProcessEnv): string | undefined {
  if (env.CHROMIUM_PATH) return isExecutable(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : undefined;
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
