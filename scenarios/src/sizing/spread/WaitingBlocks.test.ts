import { describe, expect, it } from 'vitest';
import { type Block, blockKey } from '../study/Block.js';
import { WaitingBlocks } from './WaitingBlocks.js';

const block = (from: number): Block => ({ plan: { sites: [] }, fidelity: 'machines', overrides: {}, from });
const [a, b, c] = [block(0), block(8), block(16)] as const;

describe('WaitingBlocks', () => {
  it('gives each order its blocks by their places, in whatever order they come and however often', async () => {
    const waiting = new WaitingBlocks();
    const told: string[] = [];
    const first = waiting.ask([a, b], (from) => told.push(`first ${from}`));
    const second = waiting.ask([c, b], (from) => told.push(`second ${from}`));
    for (const one of [b, b, c, a]) waiting.give(blockKey(one), []);
    await Promise.all([first, second, waiting.ask([], () => {})]);
    expect(told).toEqual(['first 1', 'second 1', 'second 0', 'first 0']);
    expect(waiting.missing).toEqual([]);
  });

  it('knows what is missing, and ends all orders with a fault', async () => {
    const waiting = new WaitingBlocks();
    const orders = [waiting.ask([a], () => {}), waiting.ask([b, c], () => {})].map((order) => order.catch(String));
    waiting.give(blockKey(c), []);
    expect([a, b, c].map((one) => waiting.isMissing(one))).toEqual([true, true, false]);
    waiting.end(new Error('stopped'));
    expect(await Promise.all(orders)).toEqual(['Error: stopped', 'Error: stopped']);
    expect(waiting.missing).toEqual([]);
  });
});
