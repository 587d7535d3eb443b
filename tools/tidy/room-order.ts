import { posix } from 'node:path';
import type { Finding, Rule } from './Rule.js';
import type { Source } from './Source.js';

const ROOMS = ['twin', 'firmware-bridge', 'scenarios', 'reports', 'ui'];
/** Time, then dates; data and what runs it; the machine below the hinge, the machine above it, and everything around it. */
const TWIN_FOLDERS = ['kernel', 'calendar', 'charts', 'engine', 'spec', 'body', 'dispenser', 'world'];

/** A room imports only from rooms to its left, through their exports; a folder of the twin only from those before it. */
export const roomOrder: Rule = {
  name: 'room-order',
  check: (sources) => {
    const doors = new Map(sources.filter((s) => /^[^/]+\/package\.json$/.test(s.path)).map((s) => [s.room, doorsOf(s.text)]));
    return sources.flatMap((source) =>
      source.imports().flatMap(({ specifier, line }): Finding[] => {
        const message = specifier.startsWith('.') ? relativeFault(source, specifier) : packageFault(source, specifier, doors);
        return message === undefined ? [] : [{ path: source.path, line, message }];
      }),
    );
  },
};

/** The names under which a package may be imported: '' for the package itself, or what follows it, `*` for any name. */
function doorsOf(packageJson: string): string[] {
  const { exports } = JSON.parse(packageJson) as { exports?: Record<string, string> };
  return Object.keys(exports ?? {}).map((door) => door.slice(1));
}

function packageFault(source: Source, specifier: string, doors: ReadonlyMap<string, readonly string[]>): string | undefined {
  const parts = /^@dosetwin\/([^/]+)(\/.*)?$/.exec(specifier);
  if (!parts) return undefined;
  const [, target = '', beyond = ''] = parts;
  const from = ROOMS.indexOf(source.room);
  if (!ROOMS.includes(target)) return `there is no room '${target}'; the rooms are ${ROOMS.join(', ')}`;
  if (target === source.room) return `import from this room by its path, './…', instead of '${specifier}'`;
  if (from >= 0 && ROOMS.indexOf(target) > from) {
    return `'${target}' lies to the right of '${source.room}': move what both need into '${source.room}' or a room to its left`;
  }
  const known = doors.get(target) ?? [''];
  const open = known.some((door) => (door.endsWith('*') ? beyond.startsWith(door.slice(0, -1)) : beyond === door));
  return open ? undefined : `'${specifier}' reaches past the exports of '${target}': import from '@dosetwin/${target}'`;
}

function relativeFault(source: Source, specifier: string): string | undefined {
  const target = posix.join(posix.dirname(source.path), specifier);
  const targetRoom = target.slice(0, Math.max(0, target.indexOf('/')));
  if (targetRoom !== source.room && source.room !== '') {
    const mayUseTools = targetRoom === 'tools' && (source.isTest || /(^|\/)bench\//.test(source.path));
    return mayUseTools ? undefined : `'${specifier}' leaves the room: import from '@dosetwin/${targetRoom}'`;
  }
  if (isPure(source) && /(^|\/)node\//.test(target)) {
    return `'${specifier}' lies in a folder named node/: give what it provides as an argument, so that a browser can run this file`;
  }
  const [from, to] = [twinFolder(source.path), twinFolder(target)];
  const folder = /^twin\/src\/([^/]+)\//.exec(source.path)?.[1];
  if (folder !== undefined && from < 0) return `twin/src/${folder} has no place in the order: ${TWIN_FOLDERS.join(', ')}`;
  if (from >= 0 && to > from && !source.isTest) {
    return `twin/src/${TWIN_FOLDERS[to]} comes after twin/src/${TWIN_FOLDERS[from]}: move what both need into ${TWIN_FOLDERS[from]} or before it`;
  }
  return undefined;
}

function isPure(source: Source): boolean {
  return (
    ROOMS.indexOf(source.room) >= 0 &&
    source.room !== 'ui' &&
    /^[^/]+\/src\//.test(source.path) &&
    !source.isNode &&
    !source.isTest
  );
}

function twinFolder(path: string): number {
  return TWIN_FOLDERS.indexOf(/^twin\/src\/([^/]+)\//.exec(path)?.[1] ?? '');
}
