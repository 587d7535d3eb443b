import type { Finding, Rule } from './Rule.js';

interface Lock {
  readonly packages?: Record<string, LockedPackage>;
}

interface LockedPackage {
  readonly resolved?: string;
  readonly optionalDependencies?: Record<string, string>;
}

/** The lock file pins versions and checksums, names no registry, and is whole: also for platforms other than this one. */
export const lockFile: Rule = {
  name: 'lock-file',
  check: (sources) =>
    sources
      .filter(({ path }) => path === 'package-lock.json')
      .flatMap(({ path, text }) => {
        const packages = Object.entries((JSON.parse(text) as Lock).packages ?? {});
        const lineOf = (piece: string) => text.slice(0, text.indexOf(piece)).split('\n').length;
        const findings: Finding[] = [];
        for (const [name, { resolved, optionalDependencies }] of packages) {
          if (resolved !== undefined && /^[\w+]+:/.test(resolved)) {
            const message = `'${name}' is resolved to a host: run npm install with omit-lockfile-registry-resolved, as .npmrc has it`;
            findings.push({ path, line: lineOf(`"resolved": "${resolved}"`), message });
          }
          for (const optional of Object.keys(optionalDependencies ?? {})) {
            if (packages.some(([key]) => key.endsWith(`node_modules/${optional}`))) continue;
            const message = `'${optional}' is missing, so npm ci refuses: take a version of '${name}' that is there for all platforms`;
            findings.push({ path, line: lineOf(`"${optional}"`), message });
          }
        }
        return findings;
      }),
};
