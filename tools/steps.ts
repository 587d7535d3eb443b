import type { Step } from './Step.js';

/** What is looked at besides the tests, in two rows that run side by side; each row's steps run one after the other. */
export const STEPS: readonly (readonly Step[])[] = [
  [{ name: 'types', command: ['tools/typecheck.ts'] }],
  [
    { name: 'format and lint', command: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '.'] },
    { name: 'house rules', command: ['tools/tidy.ts'] },
    { name: 'generated files', command: ['tools/generate.ts', '--check'] },
    { name: 'documents', command: ['tools/documents.ts'] },
  ],
];
