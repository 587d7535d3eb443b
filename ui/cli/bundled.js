import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** A bundle that nobody has begun for so long is not being read by a command that still runs. */
const OLD_ms = 24 * 3_600_000;

/**
 * The address of an entry of this folder as one bundle that is up to date, made anew where a source has changed since.
 * Hundreds of modules, each through a loader, take three times as long to start. Throws where it cannot be written.
 */
export async function bundled(entry, cache = join(ROOT, '.cache/commands')) {
  const list = join(cache, `${entry}.json`);
  const kept = readKept(list);
  return kept !== undefined && kept.inputs.every(isUnchanged) ? kept.address : await bundle(entry, cache, list);
}

function readKept(list) {
  try {
    return JSON.parse(readFileSync(list, 'utf8'));
  } catch {
    return undefined;
  }
}

function isUnchanged([file, mtimeMs, size]) {
  const now = statSync(file, { throwIfNoEntry: false });
  return now?.mtimeMs === mtimeMs && now.size === size;
}

/** Sources are looked at before they are read, so that a change in between is seen by the next command. */
async function bundle(entry, cache, list) {
  const { build } = await import('esbuild');
  const began = Date.now();
  const folder = join(cache, `${entry}-${began}-${process.pid}`);
  const { metafile } = await build({
    entryPoints: [fileURLToPath(new URL(`${entry}.ts`, import.meta.url))],
    outdir: folder,
    absWorkingDir: ROOT,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: [],
    sourcemap: 'linked',
    metafile: true,
    logLevel: 'silent',
    plugins: [ownSourcesOnly],
  });
  const own = [...Object.keys(metafile.inputs), 'package-lock.json', 'tsconfig.json'].map((file) => join(ROOT, file));
  const inputs = own.map((file) => [file, statSync(file).mtimeMs, statSync(file).size]);
  const address = pathToFileURL(join(folder, `${entry}.js`)).href;
  // A source written to while it was read: this bundle serves this once.
  if (inputs.every(([, mtimeMs]) => mtimeMs < began)) {
    writeFileSync(`${folder}.json`, JSON.stringify({ address, inputs }));
    renameSync(`${folder}.json`, list);
  }
  removeOld(cache, began);
  return address;
}

/** Packages are loaded from where they are installed, and every source keeps the address that it has in its folder. */
const ownSourcesOnly = {
  name: 'own-sources-only',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, async ({ path, pluginData, ...asked }) => {
      if (pluginData === ownSourcesOnly || asked.kind === 'entry-point' || path.startsWith('node:')) return undefined;
      const found = await build.resolve(path, { ...asked, pluginData: ownSourcesOnly });
      const bundledToo = path.startsWith('@dosetwin/') || found.path.endsWith('.json');
      if (found.errors.length > 0 || found.external || bundledToo) return found;
      return { path: pathToFileURL(found.path).href, external: true };
    });
    build.onLoad({ filter: /\.[jt]s$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
      loader: 'ts',
    }));
  },
};

function removeOld(cache, now) {
  for (const name of readdirSync(cache)) {
    const began = Number(name.split('-').at(-2));
    if (now - began > OLD_ms) rmSync(join(cache, name), { recursive: true, force: true });
  }
}
