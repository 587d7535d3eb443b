import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FIRMWARE, FLAGS, interpreterSources } from './buildProgram.js';
import { runTool } from './toolchain.js';

/** The whole firmware, for the reference board and for a process of this machine that is driven by lines of text. */
export type BoardTarget = 'avr' | 'host';

const CACHE = fileURLToPath(new URL('../../../.cache/firmware', import.meta.url));

// On the board time is dearer than flash: the last -O counts, and makes a tick a quarter shorter for 3 KiB.
export const BOARD_COMPILER = {
  avr: { command: 'avr-gcc', flags: ['-O2', '-mmcu=atmega2560', '-DF_CPU=16000000UL', '-ffunction-sections', '-fdata-sections'] },
  host: { command: 'gcc', flags: ['-D_POSIX_C_SOURCE=200809L', '-ffunction-sections', '-fdata-sections'] },
} as const;
const LINK = ['-Wl,--gc-sections'];
const OWN = { avr: ['avr/board_avr.c', 'avr/main.c'], host: ['host/board_host.c'] } as const;
const INCLUDES = ['-I.', '-Igenerated', '-Iunit', '-Iavr', '-Ihost'];

/**
 * Compiles the firmware and answers its folder: `program`, its objects and `*.su`, and for the AVR `program.hex` and
 * `program.bin`. Sources that were built before are not built again. `changes` replaces text in sources, for firmware that
 * is broken on purpose: by the file's path within `firmware`, what stands there and what shall.
 * @throws with all that the compiler says, or if there is no such text
 */
export function buildBoard(target: BoardTarget, changes: readonly SourceChange[] = []): string {
  const sources = sourcesOf(target, changes);
  const { command, flags } = BOARD_COMPILER[target];
  const hash = createHash('sha256').update(JSON.stringify([sources, command, flags, FLAGS, LINK, INCLUDES]));
  const folder = join(CACHE, `board-${target}-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(join(folder, 'program'))) return folder;
  const draft = `${folder}.${process.pid}`;
  try {
    for (const [path, text] of sources) {
      mkdirSync(join(draft, path, '..'), { recursive: true });
      writeFileSync(join(draft, path), text);
    }
    compile(
      draft,
      target,
      sources.map(([path]) => path),
    );
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

export interface SourceChange {
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

/** The sources of the unit, in the order in which they are linked. */
export function unitSources(): string[] {
  return readdirSync(join(FIRMWARE, 'unit'))
    .filter((name) => name.endsWith('.c'))
    .sort()
    .map((name) => `unit/${name}`);
}

function sourcesOf(target: BoardTarget, changes: readonly SourceChange[]): [path: string, text: string][] {
  const headers = ['.', 'generated', 'unit', target].flatMap((folder) =>
    readdirSync(join(FIRMWARE, folder))
      .filter((name) => name.endsWith('.h'))
      .sort()
      .map((name) => join(folder, name)),
  );
  const generated = readdirSync(join(FIRMWARE, 'generated'))
    .filter((name) => name.endsWith('.c'))
    .sort();
  const programs = [
    ...OWN[target],
    ...unitSources(),
    ...interpreterSources().sort(),
    ...generated.map((name) => `generated/${name}`),
  ];
  return [...headers, ...programs].map((path) => {
    const text = readFileSync(join(FIRMWARE, path), 'utf8');
    return [path, changes.filter((change) => change.path === path).reduce(changed, text)];
  });
}

function changed(text: string, { path, from, to }: SourceChange): string {
  if (text.split(from).length !== 2) throw new Error(`${path} does not hold once: ${from}`);
  return text.replace(from, () => to);
}

function compile(folder: string, target: BoardTarget, paths: readonly string[]): void {
  const { command, flags } = BOARD_COMPILER[target];
  const headers = paths.filter((path) => path.endsWith('.h')).map((path) => readFileSync(join(folder, path), 'utf8'));
  const objects = paths
    .filter((path) => path.endsWith('.c'))
    .map((path) => {
      const object = path.replaceAll('/', '_').replace(/\.c$/, '.o');
      const options = [...FLAGS, ...flags, ...INCLUDES, '-c', path, '-o', object];
      compileOnce(folder, command, options, object, [...headers, readFileSync(join(folder, path), 'utf8')]);
      return object;
    });
  runTool(command, [...flags, ...LINK, '-o', 'program', ...objects], { cwd: folder });
  if (target !== 'avr') return;
  runTool('avr-objcopy', ['-O', 'ihex', '-R', '.eeprom', 'program', 'program.hex'], { cwd: folder });
  runTool('avr-objcopy', ['-O', 'binary', '-R', '.eeprom', 'program', 'program.bin'], { cwd: folder });
}

/** Firmware with one constant changed differs in one object: the others were compiled before. */
function compileOnce(
  folder: string,
  command: string,
  options: readonly string[],
  object: string,
  texts: readonly string[],
): void {
  const usage = object.replace(/\.o$/, '.su');
  const key = createHash('sha256')
    .update(JSON.stringify([command, options, texts]))
    .digest('hex')
    .slice(0, 24);
  const kept = join(CACHE, `object-${key}`);
  if (!existsSync(kept)) {
    runTool(command, options, { cwd: folder });
    const draft = `${kept}.${process.pid}`;
    mkdirSync(draft, { recursive: true });
    for (const name of [object, usage]) copyFileSync(join(folder, name), join(draft, name));
    // Another process may have been faster, with the same.
    if (existsSync(kept)) rmSync(draft, { recursive: true });
    else renameSync(draft, kept);
    return;
  }
  for (const name of [object, usage]) copyFileSync(join(kept, name), join(folder, name));
}
