import type { Rule } from './Rule.js';

/** A room with source has tests; a room that has neither is not built yet. */
export const tested: Rule = {
  name: 'tested',
  check: (sources) => {
    const scripts = sources.filter((source) => source.isScript && source.room !== '');
    const rooms = [...new Set(scripts.map(({ room }) => room))];
    return rooms.flatMap((room) => {
      const own = scripts.filter((source) => source.room === room);
      const path = own[0]?.path ?? room;
      return own.some((source) => source.isTest)
        ? []
        : [{ path, line: 1, message: `'${room}' has no test: write one beside the code` }];
    });
  },
};
