import { describe, expect, it } from 'vitest';
import { findScenario } from '../../node/library.js';
import { formatProblems } from '../formatProblems.js';
import { loadScenario } from '../loadScenario.js';
import { broken } from '../test/aScenario.js';

/** The scenario without its variant, which takes the nurse away. */
const changed = (piece: string, by: string) => broken(piece, by).split('variants:')[0] as string;

/** Line, column and words of what is to be mended. */
function problemsOf(piece: string, by: string): (readonly [number, number, string])[] {
  const loaded = loadScenario(changed(piece, by), 'x.yaml');
  return 'problems' in loaded ? loaded.problems.map(({ line, column, message }) => [line, column, message] as const) : [];
}

function worldOf(piece: string, by: string) {
  const loaded = loadScenario(changed(piece, by), 'x.yaml');
  if ('problems' in loaded) throw new Error(formatProblems(loaded));
  const resolved = loaded.scenario.resolve(null);
  if (!resolved) throw new Error('no world');
  return resolved.spec;
}

const MACHINE = '    site: lobby\n';
const CHAIN = '    chain: [nurse]\n';
const HOUR = 3_600_000_000;

describe('what a machine lives on and is watched by', () => {
  it('is read as it is written, and left out where the file leaves it out', () => {
    const spec = worldOf(
      MACHINE,
      `${MACHINE}    clock-rules: before-2026
    guard: { stops-on: video, confirm-by: [nurse, staff] }
    restock: { by: nurse, on: mon-wed, at: 10:30, to: 5, keeps: 30 d, ends: +2 h }
`,
    );
    expect(spec.machines[0]).toMatchObject({
      clockRules: 'before-2026',
      guard: { stopsOn: ['video'], confirmBy: ['nurse', 'staff'] },
      restock: { by: 'nurse', days: ['mon', 'tue', 'wed'], atMin: 630, upTo: 5, ends_us: 2 * HOUR, keeps_us: 30 * 24 * HOUR },
    });
    expect(Object.keys(worldOf('seed: 7', 'seed: 8').machines[0] ?? {})).toEqual(
      expect.not.arrayContaining(['clockRules', 'guard', 'restock', 'updates']),
    );
  });

  it('is refused where it names what is not there, with the nearest name', () => {
    expect(problemsOf(MACHINE, `${MACHINE}    guard: { stops-on: vidoe, confirm-by: [nurse] }\n`)).toEqual([
      [16, 24, "'vidoe' is no alarm; did you mean video?"],
    ]);
    expect(problemsOf(MACHINE, `${MACHINE}    guard: { stops-on: video, confirm-by: [nures] }\n`)).toEqual([
      [16, 44, "'nures' is no contact; did you mean nurse?"],
    ]);
    expect(problemsOf(MACHINE, `${MACHINE}    restock: { by: nurse, at: +3 h }\n`)).toEqual([
      [16, 31, 'this must be a time of day such as 10:00, for every such day'],
    ]);
    expect(problemsOf(MACHINE, `${MACHINE}    clock-rules: befor-2026\n`)[0]?.[2]).toMatch(/did you mean before-2026\?/);
  });

  it('has updates for all machines, or for those that are named', () => {
    const updates = (text: string) => worldOf('seed: 7\n', `seed: 7\nupdates:\n  rules: ${text}\n`).machines[0]?.updates;
    expect(updates('{ offered: 13:00, brings: clock-rules }')).toEqual([
      { name: 'rules', at_us: HOUR, outcome: 'by-chance', brings: 'clock-rules' },
    ]);
    expect(problemsOf('seed: 7\n', 'seed: 7\nupdates:\n  rules: { offered: 13:00, machines: lobby-2 }\n')).toEqual([
      [7, 38, "'lobby-2' is no machine; did you mean lobby-1?"],
    ]);
    expect(problemsOf('seed: 7\n', 'seed: 7\nupdates:\n  rules: { offered: +9 h }\n')[0]?.[2]).toMatch(/is after the end/);
  });
});

describe('how a site is kept in touch with', () => {
  it('is read as it is written', () => {
    const text = `${CHAIN}    access: { roles: nurse, two-person: yes }
    check-in: { on: daily, at: 09:30 }
    manual: yes
    wish-to-talk: 40 %
`;
    expect(worldOf(CHAIN, text).sites[0]).toMatchObject({
      access: { roles: ['nurse'], twoPerson: true },
      checkIn: { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], atMin: 570 },
      manual: true,
      talkShare: 0.4,
    });
  });

  it('has contacts on rounds, who are busy meanwhile', () => {
    const spec = worldOf('    key: yes\n', '    key: yes\n    rounds: [{ site: lobby, on: daily, from: 13:00, to: 14:00 }]\n');
    expect(spec.contacts[0]?.rounds).toEqual([{ site: 'lobby', from_us: HOUR, to_us: 2 * HOUR }]);
    expect(spec.contacts[0]?.busy.map(({ reason }) => reason)).toEqual(['outreach', 'rounds']);
    expect(
      problemsOf('    key: yes\n', '    key: yes\n    rounds: [{ site: loby, on: daily, from: 13:00, to: 14:00 }]\n'),
    ).toEqual([[30, 22, "'loby' is no site; did you mean lobby?"]]);
  });
});

describe('what befalls a machine from around it', () => {
  const FAULT = '    cartridge: 19\n    cause: hang-up\n';

  it('needs no cartridge, and a length where it has one', () => {
    expect(worldOf(FAULT, '    cause: power-cut\n    for: 5 min\n').faults[0]).toMatchObject({ kind: 'power', forMin: 5 });
    expect(worldOf(FAULT, '    cause: controller-reset\n').faults[0]).toMatchObject({ kind: 'controller-reset' });
    expect(problemsOf(FAULT, '    cartridge: 19\n    cause: tamper\n')).toEqual([
      [39, 5, 'cartridge has no meaning for a tamper; remove it'],
    ]);
    expect(problemsOf(FAULT, '    cause: controller-reset\n    for: 5 min\n')[0]?.[2]).toMatch(/over at once/);
  });

  it('may last as long as it happens to, about a median, by a draw that moves no instant', () => {
    const found = findScenario('power-cut');
    if ('problems' in found) throw new Error(formatProblems(found));
    const faultsOf = (seed: number) => found.scenario.resolve('outages-by-chance', seed)?.spec.faults ?? [];
    const faults = Array.from({ length: 150 }, (_, seed) => faultsOf(seed)).flat();
    const lengths = faults.map((fault) => ('forMin' in fault ? (fault.forMin ?? 0) : 0));
    const longer = (min: number) => lengths.filter((one) => one > min).length / lengths.length;
    // About 450 outages: shares of a half and, twice the spread out, of one in forty-four.
    expect(lengths.length).toBeGreaterThan(350);
    expect(Math.abs(longer(40) - 0.5)).toBeLessThan(0.08);
    expect(Math.abs(longer(40 * 4.953) - 0.0228)).toBeLessThan(0.025);
    expect(faultsOf(3)).toEqual(faultsOf(3));
    const given = worldOf(FAULT, '    cause: network\n    lasts: { median: 5 min, sigma: 0 }\n').faults[0];
    expect(given).toEqual(worldOf(FAULT, '    cause: network\n    for: 5 min\n').faults[0]);
  });

  it('says how long in one way, and of what lasts at all', () => {
    const problem = (text: string) => problemsOf(FAULT, `    cause: ${text}\n`)[0]?.[2];
    const lasts = 'lasts: { median: 5 min, sigma: 0.8 }';
    expect(problem(`network\n    for: 5 min\n    ${lasts}`)).toMatch(/keep one of the two/);
    expect(problem(`controller-reset\n    ${lasts}`)).toMatch(/lasts has no meaning for a controller-reset/);
    expect(problem('network\n    lasts: { median: 5 min, sigma: 9 }')).toMatch(/'?9'? is no spread; write a number from 0 to 3/);
  });
});

describe('a place whose clocks are not settled', () => {
  it('is a zone under one of its answers, and the plain name leads to them', () => {
    expect(problemsOf('America/Vancouver', 'Kenora')[0]?.[2]).toMatch(
      /is no time zone; did you mean (follows|keeps)-.*\/Kenora\?/,
    );
    expect(worldOf('America/Vancouver', 'keeps-changing/Kenora').sites[0]?.zone).toBe('keeps-changing/Kenora');
  });
});
