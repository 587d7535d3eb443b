import type { Rule } from './Rule.js';

interface Lock {
  readonly packages?: Record<string, { readonly resolved?: string }>;
}

/** The lock file pins versions and checksums, and names no registry. */
export const lockFile: Rule = {
  name: 'lock-file',
  check: (sources) =>
    sources
      .filter(({ path }) => path === 'package-lock.json')
      .flatMap(({ path, text }) =>
        Object.entries((JSON.parse(text) as Lock).packages ?? {})
          .filter(([, { resolved }]) => resolved !== undefined && /^[\w+]+:/.test(resolved))
          .map(([name, { resolved }]) => ({
            path,
            line: text.slice(0, text.indexOf(`"resolved": "${resolved}"`)).split('\n').length,
            message: `'${name}' is resolved to a host: run npm install with omit-lockfile-registry-resolved, as .npmrc has it`,
          })),
      ),
};
