import { builtinModules } from 'node:module';
import type { Rule } from './Rule.js';
import type { Source } from './Source.js';

interface Manifest {
  readonly name: string;
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
}

/** Every imported package is declared by the room that imports it; tests and tools may also use the root's. */
export const declaredDependencies: Rule = {
  name: 'declared-dependencies',
  check: (sources) => {
    const manifests = new Map(
      sources.filter((s) => /^([^/]+\/)?package\.json$/.test(s.path)).map((s) => [s.room, JSON.parse(s.text) as Manifest]),
    );
    return sources.flatMap((source) =>
      source
        .imports()
        .map(({ specifier, line }) => ({ name: packageOf(specifier), line }))
        .filter(({ name }) => name !== undefined && !declaredFor(source, manifests).has(name))
        .map(({ name, line }) => ({ path: source.path, line, message: advice(source, name ?? '') })),
    );
  },
};

function declaredFor(source: Source, manifests: ReadonlyMap<string, Manifest>): Set<string> {
  const own = manifests.get(source.room);
  const root = manifests.get('');
  const usesRoot = source.isTest || !own || /(^|\/)bench\//.test(source.path) || source.path.endsWith('.config.ts');
  return new Set([
    ...Object.keys(own?.dependencies ?? {}),
    ...Object.keys(own?.devDependencies ?? {}),
    ...(usesRoot ? Object.keys({ ...root?.dependencies, ...root?.devDependencies }) : []),
  ]);
}

/** The package behind an import, or undefined for a path, Node's own modules and a bundler's virtual ones. */
function packageOf(specifier: string): string | undefined {
  if (/^(\.|\/|node:|virtual:|#)/.test(specifier) || builtinModules.includes(specifier)) return undefined;
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

function advice(source: Source, name: string): string {
  const room = source.room === '' || source.room === 'tools' ? "the root's package.json" : `${source.room}/package.json`;
  return `'${name}' is not declared in ${room}: add it there, pinned (npm i -E), or do without it`;
}
