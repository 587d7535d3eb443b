import { describe, expect, it } from 'vitest';
import { shortJam } from '../../../test/shortJam.js';
import { runs } from '../runs.js';
import type { BoardAsk } from './BoardView.js';

const MACHINE = 'harbour-house-1';
const run = runs.open(shortJam(), null, [], ['emulated']);
run.runUntil(run.facts.length_us);
const jam_us = run.entries.find(({ kind }) => kind === 'jam')?.t_us ?? -1;
const ask = (t_us: number, change: Partial<BoardAsk> = {}): BoardAsk => ({
  machine: MACHINE,
  t_us,
  until_us: t_us,
  filter: { sort: 'all', text: '' },
  cartridge: 19,
  ...change,
});
const view = (asked: BoardAsk) => {
  const found = run.board(asked);
  if (found === null) throw new Error('there is no board');
  return found;
};
const registerAt = (t_us: number, name: string) =>
  view(ask(t_us))
    .blocks.flatMap(({ rows }) => rows)
    .find((row) => row.name === name)?.value;

describe('the board of an emulated run', () => {
  it('tells of its registers as they were read by the instant', () => {
    expect(jam_us).toBeGreaterThan(0);
    expect(registerAt(jam_us, 'magic')).toBe("0x4457 'DW'");
    expect(registerAt(jam_us, 'orderPhase')).toBe('vend, jammed');
    expect(registerAt(jam_us, 'orderMode')).toBe('cartridge 19, hung-up');
    expect(registerAt(jam_us - 3_000_000, 'orderPhase')).toBe('vend, moving');
    expect(registerAt(jam_us, 'command')).toBe('vend');
    expect(registerAt(0, 'magic')).toBeUndefined();
  });

  it('lists frames with their registers by name, by what they are for and by what they hold', () => {
    const { frames } = view(ask(jam_us));
    expect(frames.rows.length).toBe(160);
    expect(frames.rows.every(({ t_us }) => t_us <= jam_us)).toBe(true);
    const told = frames.rows.find((row) => row.values.some((one) => one.name === 'orderMode' && one.changed));
    expect(told?.values.find((one) => one.name === 'orderMode')?.value).toBe('cartridge 19, hung-up');
    const commands = view(ask(jam_us, { filter: { sort: 'commands', text: '' } })).frames.rows;
    expect(commands.map((row) => row.direction)).toEqual(['sent', 'received']);
    expect(commands[0]?.says).toMatch(/^command vend, order \d+, cartridge 19/);
    expect(commands[0]?.values.find((one) => one.name === 'commandCartridge')?.value).toBe('19');
    const greeting = view(ask(jam_us, { filter: { sort: 'all', text: 'chartsCrc' } })).frames.rows;
    expect(greeting.map((row) => row.is)).toEqual(['request', 'request', 'reply']);
    // The board needs longer to start than the host's patience lasts.
    const trouble = view(ask(jam_us, { filter: { sort: 'trouble', text: '' } })).frames.rows;
    expect(trouble.length).toBeGreaterThan(0);
    expect(trouble.filter(({ attempt, t_us }) => attempt < 2 || t_us > 1_000_000)).toEqual([]);
    const later = view(ask(jam_us, { until_us: jam_us + 60_000_000 })).frames.rows;
    expect(later.filter(({ t_us }) => t_us > jam_us).length).toBe(24);
  });

  it('has the current at the pins up to the instant, and the waveform once it was read, on the same time', () => {
    const early = view(ask(jam_us - 5_000_000)).current;
    expect(early?.cartridge).toBe(19);
    expect(early?.board).toBeNull();
    expect(early?.pins.at_us.at(-1)).toBeLessThanOrEqual(jam_us - 5_000_000);
    const { current } = view(ask(jam_us + 5_000_000));
    const { pins, board } = current ?? {};
    if (pins === undefined || board == null) throw new Error('the waveform was not read');
    expect(Math.max(...pins.milliamp)).toBeGreaterThan(480);
    expect(Math.max(...pins.milliamp)).toBeLessThan(530);
    expect(board.stepMs).toBe(8);
    // What the board kept is what was at its pins, in steps of 8 mA and of 8 ms.
    const near = Array.from(board.milliamp, (value, place) => Math.abs(value - (pins.milliamp[place * 8] ?? 0)));
    expect(near.filter((off) => off < 60).length / near.length).toBeGreaterThan(0.9);
  });

  it('holds its charts beside the model, which stands where it stands', () => {
    for (const t_us of [jam_us - 8_500_000, jam_us - 3_000_000, jam_us, jam_us + 30_000_000]) {
      const [lane, interlock] = view(ask(t_us)).beside;
      expect({ t_us, agrees: [lane?.agrees, interlock?.agrees] }).toEqual({ t_us, agrees: [true, true] });
      expect(lane?.model).not.toBeNull();
    }
    expect(view(ask(jam_us)).beside[0]?.board?.is).toBe('jammed.hungUp');
  });

  it('is the same after the run was wound back and came again', () => {
    const instants = [jam_us - 2_000_000, jam_us + 5_000_000];
    const before = instants.map((t_us) => view(ask(t_us)));
    const all = view(ask(run.facts.length_us)).frames.count;
    run.windBack(jam_us + 20_000_000);
    expect(instants.map((t_us) => view(ask(t_us)))).toEqual(before);
    run.runUntil(run.facts.length_us);
    expect(instants.map((t_us) => view(ask(t_us)))).toEqual(before);
    expect(view(ask(run.facts.length_us)).frames.count).toBe(all);
  });

  it('there is none on the model, and a choice for another scenario leaves it there', () => {
    const model = runs.open(shortJam(), null, [], ['elsewhere=emulated']);
    expect(model.controllers).toEqual({ [MACHINE]: 'model' });
    expect(model.board(ask(0))).toBeNull();
  });
});
