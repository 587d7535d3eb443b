import type { Rule } from './Rule.js';

const ROOMS = ['twin', 'firmware-bridge', 'scenarios', 'reports', 'ui', 'tools'];
const FORBIDDEN = /^(utils?|helpers?|common|misc|types)$/i;

/** A file is named after the one thing that it exports, so no name may fit everything. */
export const names: Rule = {
  name: 'names',
  check: (sources) =>
    sources.flatMap(({ path, room, isTest }) => {
      const parts = path.split('/').map((part) => part.replace(/(\.d)?\.\w+$/, ''));
      const vague = parts.find((part) => FORBIDDEN.test(part));
      const at = { path, line: 1 };
      return [
        ...(vague !== undefined
          ? [{ ...at, message: `'${vague}' says nothing: name it after the one thing that it holds` }]
          : []),
        ...(isTest && !ROOMS.includes(room)
          ? [{ ...at, message: 'no command runs a test that lies here: put it in a room' }]
          : []),
      ];
    }),
};
