import type { Rule } from './Rule.js';

/** Paths are written as Node and a browser read them: with the ending of what runs. */
export const importEndings: Rule = {
  name: 'import-endings',
  check: (sources) =>
    sources
      // The command's own door starts the TypeScript loader, so it alone names a source by its real ending.
      .filter((source) => source.path !== 'ui/cli/dosetwin.js')
      .flatMap((source) =>
        source
          .imports()
          .filter(({ specifier }) => specifier.startsWith('.') && !/\.(js|json|css|svg)(\?\w+)?$/.test(specifier))
          .map(({ specifier, line }) => ({
            path: source.path,
            line,
            message: `write '${specifier.replace(/\.tsx?$/, '')}.js' instead of '${specifier}'`,
          })),
      ),
};
