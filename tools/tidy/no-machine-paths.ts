import type { Rule } from './Rule.js';

/** A folder of one machine, as the first part of an absolute path. Spelt so that this file does not hold one. */
const PATH = /(?<![\w.~)\]}/-])\/(work|root|farm|home\/\w+|Users\/\w+)\/[\w.]*/;
/** Where packages come from is each machine's own affair. */
const HOST =
  /\b(registry\.(npmjs\.org|yarnpkg\.com|npmmirror\.com)|[\w.-]*(artifactory|verdaccio)[\w.-]*\.\w+|localhost:487[3])\b/i;

/** No committed file names a folder or a package registry of the machine on which it was written. */
export const noMachinePaths: Rule = {
  name: 'no-machine-paths',
  check: (sources) =>
    sources.flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, index) => {
        const at = { path, line: index + 1 };
        const folder = PATH.exec(line)?.[0];
        const host = HOST.exec(line)?.[0];
        return [
          ...(folder ? [{ ...at, message: `'${folder}' exists on one machine only: write a path from the house's root` }] : []),
          ...(host ? [{ ...at, message: `'${host}' is a registry: leave it to each machine's npm configuration` }] : []),
        ];
      }),
    ),
};
