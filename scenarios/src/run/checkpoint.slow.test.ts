import { RandomStream, World } from '@dosetwin/twin';
import { describe, expect, it } from 'vitest';
import { libraryScenario } from '../../test/libraryScenario.js';

/** Instants over all scenarios together. */
const INSTANTS = 100;
const NAMES = ['stuck-dose-no-key', 'palm-not-recognised', 'routine-day', 'every-draw'];

describe('checkpoints', () => {
  it.each(NAMES)(
    `[K7] %s goes on from a checkpoint at any of ${INSTANTS / NAMES.length} random instants to the same digests`,
    (name) => {
      const { spec, seed } = libraryScenario(name);
      const draw = new RandomStream(20261121, name, 'instants');
      const instants = Array.from({ length: INSTANTS / NAMES.length }, () => draw.integer(0, spec.length_us)).sort(
        (a, b) => a - b,
      );
      const whole = new World(spec, { seed });
      whole.start();
      const checkpoints = instants.map((t_us) => {
        whole.runUntil(t_us);
        return JSON.stringify(whole.checkpoint());
      });
      whole.runUntil(spec.length_us);
      for (const [i, checkpoint] of checkpoints.entries()) {
        const again = new World(spec, { seed });
        again.restore(JSON.parse(checkpoint));
        again.runUntil(spec.length_us);
        expect({ from_us: instants[i], ...again.digests }).toEqual({ from_us: instants[i], ...whole.digests });
      }
    },
    300_000,
  );
});
