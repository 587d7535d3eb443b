import { describe, expect, it } from 'vitest';
import { PROGRAMME_EVIDENCE, PROGRAMME_SAYINGS } from './programmeSayings.js';

const entry = (kind: string, source: string, payload: Readonly<Record<string, string | number | boolean>>) => ({
  t_us: 0,
  level: 3 as const,
  source,
  kind,
  payload,
});

describe('what people and their programme do, in sentences', () => {
  it.each([
    ['went-elsewhere', 'P07', { window: 1, machine: 'square-1', distance_m: 1250 }, 'P07 went on to square 1, 1.3 km away.'],
    ['turned-away', 'P07', { site: '', rule: 'prescriber-full' }, 'P07 was not taken on: the prescriber’s list was full.'],
    [
      'turned-away',
      'P07',
      { site: 'harbour-house', rule: 'refuses-liver-disease' },
      'P07 was not taken on at harbour house: nobody with liver disease.',
    ],
    ['left-for-pharmacy', 'P07/participant', { person: 'P07', cause: 'jammed' }, 'P07 left for a pharmacy.'],
    ['lapsed', 'P07/prescription', { person: 'P07' }, 'The prescription of P07 lapsed.'],
    ['drives', 'technician', { machine: 'mill-1', distance_m: 290_000 }, 'The technician drove 290 km.'],
    ['drives', 'square-1/supply', { by: 'pharmacist', distance_m: 12_340 }, 'The pharmacist drove 12.3 km.'],
    ['drives', 'nurse/round-plan', { site: 'square', distance_m: 127_000 }, 'The nurse drove 127 km.'],
    ['turns-round', 'nurse', { machine: 'mill-1', driven_m: 40_000, home_m: 40_000 }, 'The nurse turned round after 40 km.'],
    ['kept-away', 'P07', { window: 1, because: 'distance' }, 'P07 stayed away: the way was too long.'],
    [
      'cartridge-given',
      'square-1/lanes',
      { person: 'P07', cartridge: 3, as_asked: true },
      'Cartridge 3 of square 1 went to P07.',
    ],
    ['screen', 'P07/term', { person: 'P07', given: false }, 'P07 did not give a screen.'],
  ])('%s of %s', (kind, source, payload, says) => {
    const say = PROGRAMME_SAYINGS[kind] ?? PROGRAMME_EVIDENCE[kind];
    expect(say?.(entry(kind, source, payload as never))).toBe(says);
  });

  it('have each kind once, in the story or as evidence', () => {
    const twice = Object.keys(PROGRAMME_SAYINGS).filter((kind) => kind in PROGRAMME_EVIDENCE);
    expect(twice).toEqual([]);
  });
});
