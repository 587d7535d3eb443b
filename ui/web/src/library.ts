import type { ScenarioText } from './worker/protocol.js';

const texts = import.meta.glob<string>('../../../scenarios/library/*.yaml', { query: '?raw', import: 'default', eager: true });

/** The scenario library's files, bundled as they stand, in the order of their names. */
export const library: readonly ScenarioText[] = Object.entries(texts)
  .map(([path, text]) => ({ name: (path.split('/').at(-1) ?? path).replace(/\.yaml$/, ''), text }))
  .sort((a, b) => (a.name < b.name ? -1 : 1));

/** The scenario that the first door opens. */
export const JAM = 'stuck-dose-no-key';
