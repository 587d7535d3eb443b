import { readFileSync } from 'node:fs';
import type { Signal } from '@dosetwin/twin';
import { describe, expect, it } from 'vitest';
import type { LinkFact } from '../wire/LinkFact.js';
import { fillPattern, matchPattern } from './linePattern.js';
import { loadProfile } from './loadProfile.js';
import type { TextProfile } from './profileSchema.js';
import { TextLink } from './TextLink.js';

const S = 1_000_000;
const loaded = loadProfile(readFileSync(new URL('../../profiles/textline.yaml', import.meta.url), 'utf8'), 'textline.yaml');
if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems));
const profile = loaded.profile as TextProfile;
const VEND = { name: 'vend', order: 41, cartridge: 7 } as const;

/** A link whose board is the test itself. */
function connected() {
  const facts: LinkFact[] = [];
  const link = new TextLink(profile, { onFact: (fact) => facts.push(fact) });
  const sent = (now_us: number) => {
    const lines: string[] = [];
    for (let bytes = link.advance(now_us); bytes !== null; bytes = link.advance(now_us))
      lines.push(String.fromCharCode(...bytes));
    return lines.filter((line) => line !== '?\r');
  };
  const hear = (line: string, now_us: number) =>
    link.receive(
      Uint8Array.from(`${line}\r`, (sign) => sign.charCodeAt(0)),
      now_us,
    );
  link.open(0);
  sent(0);
  hear('ST I 121 C', 1_000);
  return { link, facts, sent, hear, said: () => link.collect().map(({ name, args }: Signal) => [name, args]) };
}

describe('a line by its pattern', () => {
  it('is filled and matched', () => {
    expect(fillPattern('V{cartridge:2}', { cartridge: 7 })).toBe('V07');
    expect(matchPattern('ST {state} {volts} C', 'ST  I 118 C')).toEqual({ state: 'I', volts: '118' });
    expect(matchPattern('N{number}.', 'N12.')).toEqual({ number: '12' });
    expect(matchPattern('DOOR O', 'DOOR C')).toBeNull();
    expect(matchPattern('A.C', 'ABC')).toBeNull();
  });
});

describe('a board of text lines', () => {
  it('has its words told as signals of the order in flight', () => {
    const { link, sent, hear, said } = connected();
    link.command(VEND, 0, 2_000);
    expect(sent(2_000)).toEqual(['V07\r']);
    for (const line of ['OK', 'MOT', 'AMP 3', 'DROP']) hear(line, 1 * S);
    const args = { order: 41, cartridge: 7 };
    expect(said()).toEqual([
      ['accepted', args],
      ['moving', args],
      ['dropped', args],
    ]);
  });

  it('that is silent during a vend is asked nothing again: the vend is sent once, whatever comes', () => {
    const { link, facts, sent, hear, said } = connected();
    link.command(VEND, 0, 2_000);
    expect(sent(2_000)).toEqual(['V07\r']);
    for (let now_us = 0; now_us < 30 * S; now_us += S / 10) expect(sent(now_us)).toEqual([]);
    expect(link.standing).toBe('silent');
    expect(facts.filter(({ is }) => is === 'silent')).toHaveLength(1);
    link.close(31 * S);
    link.open(32 * S);
    hear('ST I 121 C', 32 * S);
    expect(sent(33 * S)).toEqual([]);
    expect(said()).toEqual([]);
  });

  it('that starts anew in a vend has interrupted it, and a drop of no order is a surplus', () => {
    const { link, sent, hear, said } = connected();
    link.command(VEND, 0, 2_000);
    sent(2_000);
    hear('OK', 3_000);
    hear('VM2 1.4 READY', 4_000);
    expect(said().at(-1)).toEqual(['jammed', { order: 41, cartridge: 7, mode: 'interrupted' }]);
    expect(link.position.boot).toBe(2);
  });

  it('has one answer for two cases told apart by how far the order came', () => {
    const { link, sent, hear, said } = connected();
    link.command(VEND, 0, 2_000);
    sent(2_000);
    hear('ERR 2', 3_000);
    expect(said()).toEqual([['refused', { order: 41, cartridge: 7, reason: 'door-open', command: 'vend' }]]);
    link.command({ ...VEND, order: 42 }, 0, 4_000);
    sent(4_000);
    hear('OK', 5_000);
    hear('ERR 2', 6_000);
    expect(said().at(-1)).toEqual(['jammed', { order: 42, cartridge: 7, mode: 'interrupted' }]);
  });

  it('tells a state once, in whichever words it comes', () => {
    const { hear, said } = connected();
    for (const line of ['DOOR O', 'ST I 121 O', 'DOOR C', 'ST I 121 C', 'ST I 99 C', 'ST I 107 C', 'ST I 112 C'])
      hear(line, 1 * S);
    expect(said().map(([name]) => name)).toEqual(['door-opened', 'door-closed', 'supply-low', 'supply-good']);
  });

  it('without a recovery is not asked for one: the host above hears so at once', () => {
    const { link, sent, said } = connected();
    link.command({ ...VEND, name: 'recover' }, 0, 2_000);
    expect(sent(2_000)).toEqual([]);
    expect(said()).toEqual([['refused', { order: 41, cartridge: 7, reason: 'not-jammed', command: 'recover' }]]);
  });
});
