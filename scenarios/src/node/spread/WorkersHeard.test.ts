import { describe, expect, it } from 'vitest';
import type { HereMessage } from '../../sizing/spread/HereMessage.js';
import { WorkersHeard } from './WorkersHeard.js';

const program = { version: '0.1.0', sources: 'a'.repeat(64) };
const here = (name: string, sources = program.sources): HereMessage => ({
  ...{ format: 'dosetwin here 1', who: 'worker', name, threads: 1 },
  program: { version: '0.1.0', sources },
});

describe('WorkersHeard', () => {
  it('[Z26] tells once who came, who is gone, who is refused, and that nobody is there', () => {
    const said: string[] = [];
    const workers = new WorkersHeard(program, (text) => said.push(text.slice(0, 40)));
    workers.tellWhoIsMissing(0);
    workers.tellWhoIsMissing(4_900);
    expect(said).toEqual([]);
    for (const now_ms of [5_000, 6_000]) workers.tellWhoIsMissing(now_ms);
    for (const now_ms of [7_000, 9_000]) {
      workers.hear(here('one'), now_ms);
      workers.hear(here('old', 'b'.repeat(64)), now_ms);
      workers.hear({ ...here('planner'), who: 'size' }, now_ms);
    }
    workers.heardFrom('one', 15_000);
    workers.heardFrom('never-met', 15_000);
    workers.tellWhoIsMissing(24_000);
    workers.tellWhoIsMissing(25_000);
    workers.tellWhoIsMissing(30_000);
    expect(said).toEqual([
      'No worker is connected, so the study wai',
      'The worker one is here, with 1 thread.',
      'The worker old is refused: it runs doset',
      'The worker one was not heard of for 10 s',
      'No worker is connected, so the study wai',
    ]);
  });
});
