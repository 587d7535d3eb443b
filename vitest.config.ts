import { configDefaults, defineConfig } from 'vitest/config';
import { KINDS, projectName, ROOMS, type Room, type TestKind } from './tools/rooms.js';

// A room has up to four kinds of tests, told apart by the file's name; `tools/rooms.ts` says which command runs which.
const kinds: readonly TestKind[] = ['fast', 'slow', 'wire', 'browser'];

/** Each kind of a room's tests is a project, so that a command can name what it runs. */
function project(room: Room, kind: TestKind) {
  const others = Object.values(KINDS).filter((suffix) => suffix !== KINDS.fast && suffix !== KINDS[kind]);
  return {
    test: {
      name: projectName(room, kind),
      include: [`${room}/**/*${KINDS[kind]}?(x)`],
      exclude: [...configDefaults.exclude, ...others.map((suffix) => `**/*${suffix}?(x)`)],
      testTimeout: kind === 'fast' ? 10_000 : 300_000,
      hookTimeout: kind === 'fast' ? 10_000 : 120_000,
      // A browser draws in software here: one at a time.
      ...(kind === 'browser' ? { fileParallelism: false } : {}),
      // To read a room in takes longer than most of its tests: once for each worker is enough. What is kept at a module's top
      // (only what is worked out once and never changes) is then shared between the files of a worker.
      isolate: false,
    },
  };
}

export default defineConfig({
  cacheDir: '.cache/vite',
  test: { projects: ROOMS.flatMap((room) => kinds.map((kind) => project(room, kind))) },
});
