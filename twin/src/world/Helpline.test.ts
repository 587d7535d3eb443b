import { describe, expect, it } from 'vitest';
import type { KernelEvent } from '../kernel/Kernel.js';
import type { TraceEntry } from '../kernel/trace.js';
import type { ContactSpec, SiteSpec, WorldSpec } from '../spec/WorldSpec.js';
import { ALWAYS, afternoon, begin, desk, HOUR, hoursOf, lines, MIN, nurse, person, type Run, site } from './test/afternoon.js';

/** No chance in calls, notices and journeys, so that a test can be read by the clock. */
const EXACT = {
  support: {
    callLeastMin: 3,
    callLikelyMin: 3,
    callMostMin: 3,
    staffNoticeMeanMin: 1_440,
    alertLeastMin: 45,
    alertLikelyMin: 45,
    alertMostMin: 45,
    remoteWorkMedianMin: 20,
    remoteWorkSigma: 0,
  },
  people: { helpPatienceMedianMin: 120, helpPatienceSigma: 0 },
};
const near: ContactSpec = { ...nurse, id: 'near', busy: [], travelMin: [10, 10, 10] };
const openDesk: ContactSpec = { ...desk, hours: ALWAYS };
const MACHINE = 'harbour-house-1';

function world(
  contacts: readonly ContactSpec[],
  change: Partial<SiteSpec> = {},
  parameters: WorldSpec['parameters'] = {},
): WorldSpec {
  const chain = contacts.map(({ id }) => id);
  return { ...afternoon, contacts, sites: [{ ...site, chain, ...change }], parameters: { ...EXACT, ...parameters } };
}
/** A package of cartridge 19 hangs when P19 comes at 14:07. */
function jammed(spec: WorldSpec, seed = 1): Run {
  const run = begin(spec, seed);
  run.machines.get(MACHINE)?.jamAt(0, 19);
  return run;
}
const without = (entries: readonly TraceEntry[], ...kinds: string[]) =>
  entries.filter(({ kind }) => !['opened', 'closed', 'due', ...kinds].includes(kind));
const clearedAt = (entries: readonly TraceEntry[]) =>
  entries.find(({ kind }) => kind === 'cleared')?.t_us ?? Number.POSITIVE_INFINITY;

describe('Helpline', () => {
  it('asks one after the other: pharmacy busy, nurse on outreach until half past four, desk closed', () => {
    const run = jammed({ ...afternoon, parameters: { ...EXACT, ticket: { askAgainMs: 86_400_000 } } });
    expect(lines(without(run.until(6 * HOUR), 'hand'))).toEqual([
      '14:07 P19 came window=1 in_window=true',
      '14:07 harbour-house-1/session jam person=P19 order=1 cartridge=19 mode=hung-up',
      '14:08 harbour-house-1/ticket noticed cartridge=19 mode=hung-up by=person',
      '14:08 pharmacy asked machine=harbour-house-1',
      '14:11 pharmacy answered machine=harbour-house-1 answer=busy reason=busy',
      '14:11 nurse asked machine=harbour-house-1',
      '14:14 nurse answered machine=harbour-house-1 answer=comes-when-free reason=outreach',
      '14:14 desk asked machine=harbour-house-1',
      '14:17 desk answered machine=harbour-house-1 answer=closed reason=hours',
      '14:17 harbour-house-1/ticket nobody-free cartridge=19',
      '16:07 P19 left-without window=1 cause=jammed',
      '16:32 nurse set-off machine=harbour-house-1',
      expect.stringMatching(/^16:(3[7-9]|4\d|5[0-2]) nurse on-site/),
      expect.stringMatching(/ticket door-opened by=nurse role=nurse key_holder=true$/),
      expect.stringMatching(/ticket cleared cartridge=19 how=by-hand$/),
      expect.stringMatching(/nurse went-home machine=harbour-house-1$/),
    ]);
  });

  it('asks again every half hour those who have promised nothing', () => {
    const entries = jammed({ ...afternoon, parameters: EXACT }).until(4.5 * HOUR);
    const asked = entries
      .filter(({ kind }) => kind === 'asked')
      .map(({ t_us, source }) => [Math.floor(t_us / MIN) - 127, source]);
    expect(asked).toEqual([
      [1, 'pharmacy'],
      [4, 'nurse'],
      [7, 'desk'],
      [40, 'pharmacy'],
      [43, 'desk'],
      [76, 'pharmacy'],
      [79, 'desk'],
      [112, 'pharmacy'],
      [115, 'desk'],
    ]);
    expect(entries.filter(({ kind }) => kind === 'nobody-free')).toHaveLength(4);
  });

  it('uses real hands in order, and tells who waits that the machine works again', () => {
    const entries = jammed(world([near])).until(4 * HOUR);
    expect(entries.filter(({ kind }) => kind === 'hand').map(({ payload }) => payload.type)).toEqual([
      'OPEN_DOOR',
      'FREE',
      'CLEAN_BEAM',
      'FREE_FLAP',
      'EMPTY_BOX',
      'CLOSE_DOOR',
    ]);
    const told = lines(without(entries, 'hand', 'asked', 'answered', 'jam')).slice(2);
    expect(told).toEqual([
      '14:13 near set-off machine=harbour-house-1',
      '14:23 near on-site machine=harbour-house-1',
      '14:23 harbour-house-1/ticket door-opened by=near role=nurse key_holder=true',
      '14:28 harbour-house-1/ticket cleared cartridge=19 how=by-hand',
      '14:28 near went-home machine=harbour-house-1',
      '14:29 P19 served window=1 order=2',
    ]);
  });

  it('serves all that is jammed in one visit, each cartridge freed, counted and signed', () => {
    const people = [...afternoon.people, person('P20', 20, { arrival: { kind: 'instants', at_us: [130 * MIN] } })];
    const run = begin({ ...world([near]), people });
    run.machines.get(MACHINE)?.jamAt(0, 19);
    run.machines.get(MACHINE)?.jamAt(0, 20);
    const entries = run.until(6 * HOUR);
    const ticket = entries.filter(({ source, kind }) => source === `${MACHINE}/ticket` && kind !== 'nobody-free');
    expect(ticket.map(({ kind, payload }) => [kind, payload.cartridge])).toEqual([
      ['noticed', 19],
      ['noticed', 20],
      ['door-opened', undefined],
      ['cleared', 19],
      ['cleared', 20],
    ]);
    expect(
      entries.filter(({ kind, payload }) => kind === 'hand' && payload.type === 'FREE').map(({ payload }) => payload.cartridge),
    ).toEqual([19, 20]);
    expect(entries.filter(({ kind }) => kind === 'set-off')).toHaveLength(1);
    expect(entries.filter(({ kind }) => kind === 'served').map(({ source }) => source)).toEqual(['P19', 'P20']);
  });

  it('waits with an open door for a second signer who is not there yet', () => {
    const staff = hoursOf(15 * 60, 17 * 60, 'daily', 'open');
    const entries = jammed(
      world([near], { staff }, { support: { ...EXACT.support, alertLeastMin: 2, alertLikelyMin: 2, alertMostMin: 2 } }),
    ).until(6 * HOUR);
    const noticed = entries.find(({ kind }) => kind === 'noticed');
    expect(noticed?.payload.by).toBe('alert');
    const minutes = entries
      .filter(({ kind }) => kind === 'door-opened' || kind === 'cleared')
      .map(({ t_us }) => Math.floor(t_us / MIN));
    // The staff come at three; counting, tidying, shutting and signing take 3 min 45 s.
    expect(minutes).toEqual([144, 183]);
  });

  it('hears of a fault from staff alone while the link is lost and nobody is there to be told', () => {
    const staff = hoursOf(15 * 60, 17 * 60, 'daily', 'open');
    for (let seed = 0; seed < 20; seed++) {
      const run = jammed(world([near], { staff }, { support: { ...EXACT.support, staffNoticeMeanMin: 60 } }), seed);
      run.kernel.at(0, `${MACHINE}/helpline`, { type: 'LINK_LOST' });
      const noticed = run.until(240 * HOUR).find(({ kind }) => kind === 'noticed');
      expect(noticed?.payload.by).toBe('staff');
      const ofDay_us = ((noticed?.t_us ?? 0) + 12 * HOUR) % (24 * HOUR);
      expect(ofDay_us).toBeGreaterThanOrEqual(15 * HOUR);
      expect(ofDay_us).toBeLessThanOrEqual(17 * HOUR);
    }
  });

  it('reads the alert after the link is back', () => {
    const run = jammed(world([near], { staff: hoursOf(0, 1, 'mon-fri', 'open') }));
    run.kernel.at(0, `${MACHINE}/helpline`, { type: 'LINK_LOST' });
    run.kernel.at(5 * HOUR, `${MACHINE}/helpline`, { type: 'LINK_RESTORED' });
    expect(run.until(6 * HOUR).find(({ kind }) => kind === 'noticed')).toMatchObject({
      t_us: 5 * HOUR + 45 * MIN,
      payload: { by: 'alert' },
    });
  });

  it('is cleared remotely when the desk frees it, and calls off whoever promised to come', () => {
    const entries = jammed(world([nurse, { ...openDesk, remote: 'frees' }])).until(6 * HOUR);
    expect(lines(without(entries, 'jam', 'came', 'noticed', 'asked'))).toEqual([
      '14:11 nurse answered machine=harbour-house-1 answer=comes-when-free reason=outreach',
      '14:14 desk answered machine=harbour-house-1 answer=helping-remotely reason=free',
      '14:34 desk remote-recovery machine=harbour-house-1 cartridge=19 freed=true',
      '14:34 harbour-house-1/ticket cleared cartridge=19 how=remotely',
      '14:34 P19 served window=1 order=2',
    ]);
  });

  it('goes on down the chain while the desk tries, and does not ask the desk twice for one jam', () => {
    const entries = jammed(world([{ ...openDesk, remote: 'cannot-free' }, near])).until(6 * HOUR);
    expect(lines(without(entries, 'jam', 'came', 'noticed', 'hand')).slice(0, 6)).toEqual([
      '14:08 desk asked machine=harbour-house-1',
      '14:11 desk answered machine=harbour-house-1 answer=helping-remotely reason=free',
      '14:11 near asked machine=harbour-house-1',
      '14:14 near answered machine=harbour-house-1 answer=coming reason=free',
      '14:16 near set-off machine=harbour-house-1',
      '14:26 near on-site machine=harbour-house-1',
    ]);
    const alone = jammed(world([{ ...openDesk, remote: 'cannot-free' }])).until(6 * HOUR);
    expect(alone.filter(({ kind }) => kind === 'asked')).toHaveLength(1);
    expect(alone.filter(({ kind }) => kind === 'nobody-free').length).toBeGreaterThan(3);
  });

  it('loses the desk with the link', () => {
    const run = jammed(world([{ ...openDesk, remote: 'frees' }]));
    run.kernel.at(140 * MIN, `${MACHINE}/helpline`, { type: 'LINK_LOST' });
    const entries = run.until(3 * HOUR);
    expect(entries.find(({ kind }) => kind === 'remote-recovery')).toMatchObject({ t_us: 140 * MIN, payload: { freed: false } });
    expect(clearedAt(entries)).toBe(Number.POSITIVE_INFINITY);
  });

  it('frees about 35 % of remote attempts by chance', () => {
    let freed = 0;
    for (let seed = 0; seed < 300; seed++) {
      const entries = jammed(world([openDesk]), seed).until(4 * HOUR);
      if (entries.some(({ kind, payload }) => kind === 'remote-recovery' && payload.freed === true)) freed += 1;
    }
    // Three standard deviations of 300 draws with 0.35 are 8.3 %.
    expect(Math.abs(freed / 300 - 0.35)).toBeLessThan(0.083);
  });

  it('is cleared sooner with a key on site, and with a desk that frees it, and not with one that cannot', () => {
    const staff: ContactSpec = { ...near, id: 'staff', role: 'site-staff', hours: ALWAYS, travelMin: [2, 4, 8] };
    const clear = (contacts: readonly ContactSpec[], seed: number) => {
      const spec = { ...afternoon, contacts, sites: [{ ...site, chain: contacts.map(({ id }) => id) }] };
      return clearedAt(jammed(spec, seed).until(6 * HOUR));
    };
    for (let seed = 0; seed < 20; seed++) {
      const base = clear(afternoon.contacts, seed);
      expect(base).toBeLessThan(6 * HOUR);
      expect(clear([staff, ...afternoon.contacts], seed)).toBeLessThan(base);
      const asked = afternoon.contacts.slice(0, 2);
      expect(clear([...asked, { ...openDesk, remote: 'cannot-free' }], seed)).toBe(base);
    }
  });

  it('lets one nurse serve three machines, first come, first served', () => {
    const ids = [MACHINE, 'harbour-house-2', 'harbour-house-3'];
    const machines = ids.map((id) => ({ ...(afternoon.machines[0] as (typeof afternoon.machines)[0]), id }));
    const people = ids.map((machine, i) =>
      person(`P${i}`, 1, { machine, arrival: { kind: 'instants', at_us: [(127 + i) * MIN] } }),
    );
    const run = begin({ ...world([near]), machines, people });
    for (const id of ids) run.machines.get(id)?.jamAt(0, 1);
    const journeys = run.until(6 * HOUR).filter(({ source, kind }) => source === 'near' && kind !== 'asked');
    expect(journeys.map(({ kind, payload }) => `${kind} ${payload.machine} ${payload.answer ?? ''}`.trim())).toEqual([
      'answered harbour-house-1 coming',
      'answered harbour-house-2 comes-when-free',
      'answered harbour-house-3 comes-when-free',
      ...ids.flatMap((id) => [`set-off ${id}`, `on-site ${id}`]),
      'went-home harbour-house-3',
    ]);
  });

  it('takes a key that is suddenly on site, and calls off the others', () => {
    const run = jammed(world([near]));
    run.kernel.at(135 * MIN, `${MACHINE}/helpline`, { type: 'KEY_ON_SITE', by: 'trainee', role: 'site-staff' });
    const entries = run.until(6 * HOUR);
    expect(entries.find(({ kind }) => kind === 'door-opened')?.payload).toEqual({
      by: 'trainee',
      role: 'site-staff',
      key_holder: true,
    });
    expect(
      entries
        .filter(({ source, kind }) => source === 'near' && ['set-off', 'on-site', 'went-home'].includes(kind))
        .map(({ kind }) => kind),
    ).toEqual(['set-off', 'went-home']);
  });

  it('[H10] asks nobody to turn a coil from afar while something may lie in the box, and lets no count settle it', () => {
    const run = begin(world([{ ...openDesk, remote: 'frees' }, near]));
    const tell = (minute: number, event: KernelEvent) => run.kernel.at(minute * MIN, `${MACHINE}/helpline`, event);
    tell(130, { type: 'BOX_IN_DOUBT', cartridge: 20, mode: 'surplus' });
    tell(135, { type: 'MENDED', cartridge: 20 });
    const entries = run.until(6 * HOUR);
    expect(entries.filter(({ kind }) => kind === 'asked').map(({ source }) => source)).toContain('near');
    expect(entries.filter(({ kind }) => kind === 'asked').map(({ source }) => source)).not.toContain('desk');
    expect(entries.find(({ kind }) => kind === 'noticed')?.payload).toMatchObject({ cartridge: 20, mode: 'box-in-doubt' });
    expect(entries.find(({ kind }) => kind === 'door-opened')?.payload.by).toBe('near');
  });

  it('is settled by whoever mends and counts it unasked', () => {
    const run = jammed(world([near]));
    run.kernel.at(135 * MIN, `${MACHINE}/session`, { type: 'COUNTED', cartridge: 19 });
    run.kernel.at(135 * MIN, `${MACHINE}/helpline`, { type: 'MENDED', cartridge: 19 });
    const entries = run.until(6 * HOUR);
    expect(entries.find(({ kind }) => kind === 'cleared')).toMatchObject({
      t_us: 135 * MIN,
      payload: { cartridge: 19, how: 'by-hand' },
    });
    expect(entries.filter(({ kind }) => kind === 'on-site' || kind === 'door-opened')).toEqual([]);
    expect(entries.filter(({ kind }) => kind === 'served')).toHaveLength(1);
  });

  it('starts anew with the next jam: whoever was called off is asked again', () => {
    const people = [...afternoon.people, person('P20', 20, { arrival: { kind: 'instants', at_us: [200 * MIN] } })];
    const run = begin({ ...world([nurse, { ...openDesk, remote: 'frees' }]), people });
    for (const cartridge of [19, 20]) run.machines.get(MACHINE)?.jamAt(0, cartridge);
    const entries = run.until(6 * HOUR);
    expect(entries.filter(({ kind }) => kind === 'asked').map(({ source }) => source)).toEqual([
      'nurse',
      'desk',
      'nurse',
      'desk',
    ]);
    expect(entries.filter(({ kind }) => kind === 'cleared')).toHaveLength(2);
  });
});
