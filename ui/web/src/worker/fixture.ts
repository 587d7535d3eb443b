import type { BenchEntry } from '../trace/BenchEntry.js';
import type { BenchFacts } from './BenchFacts.js';
const S = 1e6, M = 60 * S, H = 60 * M;
const m = 'harbour-house-1';
export const fixtureEntries: BenchEntry[] = [];
const at = (t: string) => { const [h, mi, s] = t.split(':').map(Number); return Math.round((h! - 12) * H + mi! * M + s! * S); };
const e = (t: number, level: number, source: string, kind: string, payload: BenchEntry['payload'] = {}) => { fixtureEntries.push({ t_us: t, level, source, kind, payload }); };
const st = (t: number, source: string, is: string, on: string, more: BenchEntry['payload'] = {}) => e(t, source.includes('cartridge') ? 1 : 2, source, 'state', { is, on, ...more });
let order = 1180;
function good(t: number, person: string, c: number) {
  const cc = `${m}/cartridge-${String(c).padStart(2, '0')}`;
  order++;
  e(t, 3, person, 'came', { window: 1, in_window: true });
  st(t, `${m}/session`, 'inService.matching', 'PRESENTED'); e(t, 2, `${m}/session`, 'presented', { person });
  st(t, `${m}/palm`, 'capturing', 'CAPTURE', { 'counter.attempts': 0 });
  e(t + 1.26 * S, 2, `${m}/palm`, 'attempt', { person, result: 'matched', quality: 'good' });
  st(t + 1.26 * S, `${m}/palm`, 'idle', 'MATCHED', { 'counter.attempts': 0 });
  st(t + 1.26 * S, `${m}/session`, 'inService.authorising', 'MATCHED');
  st(t + 1.9 * S, `${m}/session`, 'inService.dispensing', 'AUTHORISED'); e(t + 1.9 * S, 2, `${m}/session`, 'authorised', { person, order, cartridge: c });
  e(t + 2 * S, 2, `${m}/hinge`, 'command', { name: 'vend', order, cartridge: c });
  st(t + 2.02 * S, cc, 'leavingHome', 'VEND', { 'counter.tries': 0 }); e(t + 2.02 * S, 0, `${m}/mechanism`, 'drive', { cartridge: c, on: true, coil_mdeg: 0, speed_mdeg_s: 146000 });
  st(t + 2.2 * S, cc, 'turning', 'CAM_OPEN', { 'counter.tries': 0 });
  if (c === 19) return;
  st(t + 4.48 * S, cc, 'waitingForDrop', 'CAM_CLOSED', { 'counter.tries': 0 }); e(t + 4.48 * S, 0, `${m}/mechanism`, 'drive', { cartridge: c, on: false, coil_mdeg: 360000, speed_mdeg_s: 0 });
  e(t + 4.5 * S, 0, `${m}/mechanism`, 'release', { cartridge: c, coil_mdeg: 360000, left: 13, fall_us: 320000 });
  e(t + 4.82 * S, 0, `${m}/mechanism`, 'beam', { broken: true }); st(t + 4.82 * S, cc, 'dropSeen', 'BEAM', { 'counter.tries': 0 });
  e(t + 4.86 * S, 0, `${m}/mechanism`, 'beam', { broken: false });
  e(t + 5.2 * S, 0, `${m}/mechanism`, 'land', { cartridge: c, in: 'box', box: 1 });
  st(t + 5.3 * S, cc, 'home', 'DONE', { 'counter.tries': 0 });
  st(t + 5.3 * S, `${m}/session`, 'inService.collecting', 'DROPPED'); e(t + 5.3 * S, 2, `${m}/session`, 'dose-given', { person, order, cartridge: c });
  e(t + 8 * S, 0, `${m}/mechanism`, 'flap', { open: true }); e(t + 9 * S, 0, `${m}/mechanism`, 'take', { packages: 1 }); e(t + 10 * S, 0, `${m}/mechanism`, 'flap', { open: false });
  st(t + 10.1 * S, `${m}/session`, 'inService.idle', 'FLAP_CLOSED'); e(t + 10.1 * S, 2, `${m}/session`, 'dose-taken', { person, order });
  e(t + 10.1 * S, 3, person, 'served', { window: 1, order, waited_us: 10 * S });
}
st(0, `${m}/session`, 'inService.idle', 'START');
good(at('12:22:10'), 'P03', 3); good(at('12:41:02'), 'P11', 11); good(at('13:22:31'), 'P04', 4); good(at('13:41:12'), 'P22', 22); good(at('13:58:40'), 'P08', 8);
e(at('14:05:00'), 0, `${m}/mechanism`, 'fault', { cause: 'hang-up', cartridge: 19 });
const j = at('14:07:12'); good(j, 'P19', 19);
const c = `${m}/cartridge-19`;
st(j + 4.48 * S, c, 'waitingForDrop', 'CAM_CLOSED', { 'counter.tries': 0 }); e(j + 4.48 * S, 0, `${m}/mechanism`, 'drive', { cartridge: 19, on: false, coil_mdeg: 360000, speed_mdeg_s: 0 });
e(j + 4.2 * S, 0, `${m}/mechanism`, 'hang', { cartridge: 19, coil_mdeg: 330000 });
let a = 360000;
for (let i = 0; i < 3; i++) { const t = j + (5.48 + 1.2 * i) * S; st(t, c, 'halfTurn', 'after dropWindowMs', { 'counter.tries': i + 1 }); e(t, 0, `${m}/mechanism`, 'drive', { cartridge: 19, on: true, coil_mdeg: a, speed_mdeg_s: 360000 }); a += 180000;
  e(t + 0.5 * S, 0, `${m}/mechanism`, 'drive', { cartridge: 19, on: false, coil_mdeg: a, speed_mdeg_s: 0 }); st(t + 0.5 * S, c, 'waitingForDrop', 'TURNED', { 'counter.tries': i + 1 }); }
const jam = j + 9.54 * S;
st(jam, c, 'jammed.hungUp', 'after dropWindowMs', { 'counter.tries': 3 });
e(jam, 2, `${m}/hinge`, 'signal', { name: 'jammed', boot: 1, sequence: 44, tick: 7641540, order, cartridge: 19, mode: 'hung-up' });
st(jam, `${m}/session`, 'inService.jammed', 'JAMMED'); e(jam, 2, `${m}/session`, 'jam', { person: 'P19', order, cartridge: 19, mode: 'hung-up' });
e(jam + 20 * S, 3, `${m}/ticket`, 'noticed', { cartridge: 19, mode: 'hung-up', by: 'person' });
st(jam + 6 * S, `${m}/session`, 'inService.idle', 'after showRefusalMs'); e(jam + 7 * S, 3, 'P19', 'left-without', { window: 1, cause: 'jammed', waited_us: 16 * S });
e(jam + 80 * S, 3, 'pharmacy', 'asked', { machine: m }); e(jam + 140 * S, 3, 'pharmacy', 'answered', { machine: m, answer: 'busy', reason: 'busy', until_us: 6 * H });
e(jam + 141 * S, 3, 'nurse', 'asked', { machine: m }); e(jam + 240 * S, 3, 'nurse', 'answered', { machine: m, answer: 'comes-when-free', reason: 'outreach', until_us: at('16:30:00') });
e(jam + 241 * S, 3, 'desk', 'asked', { machine: m }); e(jam + 260 * S, 3, 'desk', 'answered', { machine: m, answer: 'closed', reason: '', until_us: 0 });
good(at('15:20:00'), 'P30', 30);
e(at('16:30:00'), 3, 'nurse', 'set-off', { machine: m }); e(at('16:41:10'), 3, 'nurse', 'on-site', { machine: m });
e(at('16:42:00'), 0, `${m}/mechanism`, 'door', { open: true }); e(at('16:42:00'), 3, `${m}/ticket`, 'door-opened', { by: 'nurse', role: 'nurse', key_holder: true });
e(at('16:43:00'), 0, `${m}/mechanism`, 'free', { cartridge: 19, removed: 1, left: 13 }); e(at('16:44:00'), 0, `${m}/mechanism`, 'door', { open: false });
e(at('16:44:30'), 3, `${m}/ticket`, 'cleared', { cartridge: 19, how: 'by-hand' }); st(at('16:44:30'), c, 'home', 'CLEAR', { 'counter.tries': 0 });
fixtureEntries.sort((x, y) => x.t_us - y.t_us);
const edge = (from: string, on: string, to: string, guard = '') => ({ id: `${from}/${on}/${to}`, from, to, on, guard });
const node = (id: string, kind: 'state' | 'group' = 'state', initial = false) => ({ id, key: id.split('.').at(-1)!, parent: id.includes('.') ? id.split('.')[0]! : null, kind, initial });
export const fixtureFacts: BenchFacts = {
  name: 'stuck-dose-no-key', variant: null, title: 'Stuck dose, no key', about: '', variants: [{ name: 'key-on-site', title: 'Stuck dose, a key on site' }], seed: 41207,
  epoch_us: Date.UTC(2021, 8, 14, 19) * 1000, length_us: 6 * H,
  sites: [{ id: 'harbour-house', zone: 'America/Vancouver', chain: ['pharmacy', 'nurse', 'desk'] }],
  machines: [{ id: m, site: 'harbour-house', loaded: Array.from({ length: 48 }, () => 14) }],
  people: [],
  contacts: [
    { id: 'pharmacy', role: 'pharmacist', zone: 'America/Vancouver', hasKey: true, spans: [{ from_us: 0, to_us: at('12:30:00'), is: 'free', reason: '' }, { from_us: at('12:30:00'), to_us: 6 * H, is: 'busy', reason: 'busy' }] },
    { id: 'nurse', role: 'nurse', zone: 'America/Vancouver', hasKey: true, spans: [{ from_us: 0, to_us: at('12:30:00'), is: 'free', reason: '' }, { from_us: at('12:30:00'), to_us: at('16:30:00'), is: 'busy', reason: 'outreach' }, { from_us: at('16:30:00'), to_us: 6 * H, is: 'free', reason: '' }] },
    { id: 'desk', role: 'desk', zone: 'America/Halifax', hasKey: false, spans: [{ from_us: 0, to_us: at('12:30:00'), is: 'free', reason: '' }, { from_us: at('12:30:00'), to_us: 6 * H, is: 'closed', reason: '' }] },
  ],
  offsets: { 'America/Vancouver': [{ from_us: 0, offsetMin: -420 }], 'America/Halifax': [{ from_us: 0, offsetMin: -180 }] },
  expectations: [
    { kind: 'shows', says: 'door opened by a key holder, within 3 h', after: 'jam', see: 'door-opened', within_us: 3 * H, machine: m },
  ],
  charts: { cartridge: { name: 'cartridge', counters: [{ name: 'tries', limit: 3 }],
    nodes: [node('home', 'state', true), node('leavingHome'), node('turning'), node('waitingForDrop'), node('halfTurn'), node('dropSeen'), node('jammed', 'group'), node('jammed.hungUp'), node('jammed.stalled'), node('jammed.misaligned'), node('jammed.doubleFeed'), node('lockedOut')],
    edges: [edge('home', 'VEND', 'leavingHome'), edge('leavingHome', 'CAM_OPEN', 'turning'), edge('leavingHome', 'after leaveHomeMs', 'jammed.misaligned'), edge('turning', 'CAM_CLOSED', 'waitingForDrop'), edge('turning', 'STALL', 'jammed.stalled'), edge('waitingForDrop', 'BEAM', 'dropSeen'), edge('dropSeen', 'BEAM', 'jammed.doubleFeed'), edge('dropSeen', 'after settleMs', 'home'), edge('waitingForDrop', 'after dropWindowMs', 'halfTurn', 'tries below 3'), edge('halfTurn', 'TURNED', 'waitingForDrop'), edge('waitingForDrop', 'after dropWindowMs', 'jammed.hungUp', 'tries at least 3'), edge('jammed', '', 'lockedOut'), edge('lockedOut', 'CLEAR', 'home')] } },
  parameters: [{ name: 'cartridge.dropWindowMs', says: 'how long a drop is waited for', value: 1000, unit: 'ms', source: 'assumption', assumption: true, set: false }, { name: 'cartridge.retries', says: 'further half turns', value: 3, unit: 'count', source: 'AMS Sensit II manual', assumption: false, set: false }],
};
