import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { ROOT } from '../root.js';
import { askCommandLine } from './CommandLine.js';
import type { Known } from './commandFault.js';

/** What exists in this house now. */
export function known(): Known {
  const manifest = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')) as { scripts: Record<string, string> };
  const folders = ['library', 'regions', 'drills'].map((name) => `${ROOT}/scenarios/${name}`).filter((path) => existsSync(path));
  const files = folders.flatMap((folder) => readdirSync(folder)).filter((file) => file.endsWith('.yaml'));
  return {
    npmScripts: Object.keys(manifest.scripts),
    scenarios: files.map((file) => file.slice(0, -'.yaml'.length)).sort(),
    commandLine: askCommandLine(),
  };
}
