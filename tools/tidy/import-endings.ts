import type { Rule } from './Rule.js';

/** What runs, or what a bundler makes of a file: a worker is asked for by its source. */
const ENDING = /\.((js|json|css|svg)(\?[\w&=]+)?|ts\?worker(&\w+)*)$/;

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
          .filter(({ specifier }) => specifier.startsWith('.') && !ENDING.test(specifier))
          .map(({ specifier, line }) => ({
            path: source.path,
            line,
            message: `write '${specifier.replace(/\.tsx?$/, '')}.js' instead of '${specifier}'`,
          })),
      ),
};
