import { it } from 'vitest';
import { expectEnginesAgree } from '../../test/enginesAgree.js';
import { listLibrary } from '../node/library.js';

const VARIANTS = listLibrary().entries.flatMap(({ name, variants }) => variants.map((variant) => `${name}:${variant.name}`));

it.each(VARIANTS)(
  '[E7] [E9] %s keeps its digests on tables and on XState, and goes on from a checkpoint of the other',
  expectEnginesAgree,
);
