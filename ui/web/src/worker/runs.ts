import type { BenchEntry } from '../trace/BenchEntry.js';
import type { BenchRun, BenchRuns } from './BenchRun.js';
import { fixtureEntries, fixtureFacts } from './fixture.js';
import type { RunInput } from './protocol.js';

export const runs: BenchRuns = {
  figures: () => fixtureFacts.parameters,
  list: ({ name }) => ({ name, title: 'Stuck dose, no key', about: 'A package hangs on its coil early in the afternoon, and nobody on site has a key.', study: ['S1', 'S5'], audience: ['engineer'], variants: [{ name: 'key-on-site', title: 'Stuck dose, a key on site' }] }),
  open: (_text, _variant, first) => {
    let now_us = 0; let inputs: RunInput[] = [...first]; const entries: BenchEntry[] = [];
    const run: BenchRun = {
      facts: fixtureFacts, entries, get inputs() { return inputs; }, get now_us() { return now_us; },
      runUntil: (t) => { for (const one of fixtureEntries) if ((entries.length === 0 || one.t_us > now_us) && one.t_us <= t) entries.push(one); now_us = t; },
      windBack: (t) => { entries.length = entries.filter((x) => x.t_us <= t).length; now_us = t; inputs = inputs.filter((x) => x.t_us <= t); },
      input: (more) => { inputs = [...inputs, ...more]; for (const { t_us, role, kind, ...rest } of more) entries.push({ t_us, level: 3, source: 'input', kind, payload: { role, ...rest } }); },
      recordText: () => ({ fileName: 'x.jsonl', text: '' }),
    };
    return run;
  },
};
