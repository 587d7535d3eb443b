/** A committed file that a program makes. `command` runs in the root and prints `file` anew, the same on every machine. */
export interface Generated {
  readonly file: string;
  /** Arguments of Node, the TypeScript loader registered: the program first. */
  readonly command: readonly [program: string, ...args: string[]];
}

/** Each is written by `npm run generate` and kept fresh by `npm run check`. */
export const GENERATED: readonly Generated[] = [
  ...['cartridge.c', 'cartridge.h', 'interlock.c', 'interlock.h', 'chart_limits.h'].map(
    (name): Generated => ({
      file: `firmware-bridge/firmware/generated/${name}`,
      command: ['firmware-bridge/src/node/generate-charts.ts', name],
    }),
  ),
  ...['registers.h', 'effects.h', 'effects.c'].map(
    (name): Generated => ({
      file: `firmware-bridge/firmware/generated/${name}`,
      command: ['firmware-bridge/src/node/generate-unit.ts', name],
    }),
  ),
  { file: 'firmware-bridge/PROTOCOL.md', command: ['firmware-bridge/src/node/generate-register-table.ts'] },
  { file: 'twin/src/calendar/holidays.json', command: ['twin/src/calendar/node/generate-holidays.ts'] },
  {
    file: 'firmware-bridge/profiles/profile.schema.json',
    command: ['firmware-bridge/src/profile/node/generate-profile-schema.ts'],
  },
  { file: 'scenarios/scenario.schema.json', command: ['scenarios/src/node/generate-schema.ts'] },
  { file: 'scenarios/region.schema.json', command: ['scenarios/src/node/generate-region-schema.ts'] },
  { file: 'docs/regions.md', command: ['scenarios/src/node/generate-region-columns.ts'] },
  { file: 'reports/src/study/map/outline.json', command: ['reports/src/node/generate-outline.ts'] },
  { file: 'docs/your-own-week.md', command: ['scenarios/src/node/generate-columns.ts'] },
];
