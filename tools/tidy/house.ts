import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { ROOT } from '../root.js';
import { Source } from './Source.js';

/** Texts that no rule reads: pictures, fonts, compiled firmware. */
const BINARY = /\.(png|jpe?g|gif|ico|woff2?|ttf|glb|hex|mcap|pdf|zip|gz)$/;

/** Every text file that is, or is about to be, committed. */
export function house(): Source[] {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const paths = [...new Set(list.split('\0'))].filter((path) => path !== '' && !BINARY.test(path)).sort();
  return paths
    .filter((path) => existsSync(`${ROOT}/${path}`) && lstatSync(`${ROOT}/${path}`).isFile())
    .map((path) => new Source(path, readFileSync(`${ROOT}/${path}`, 'utf8')));
}
