import { describe, expect, it } from 'vitest';
import { commandOfRegisters, commandRegisters, type MailedCommand } from './commandRegisters.js';
import vectors from './vectors.json' with { type: 'json' };

const named = (words: RegExp): readonly number[] =>
  vectors.requests.find(({ name, request }) => words.test(name) && request.function === 16)?.request.values ?? [];

describe('[W9] the mailbox', () => {
  it.each<[RegExp, MailedCommand]>([
    [/^vend/, { command: { name: 'vend', order: 70_000, cartridge: 7 }, token: 1, tick: 123_456 }],
    [/^recover/, { command: { name: 'recover', order: 70_001, cartridge: 48 }, token: 2, tick: 0 }],
    [/^unlock/, { command: { name: 'unlock', order: 70_001 }, token: 65_535, tick: 0xffff_ffff }],
    [/^clear/, { command: { name: 'clear', cartridge: 1 }, token: 3, tick: 0 }],
  ])('%s is written and read as the vectors have it', (words, mail) => {
    expect(commandRegisters(mail)).toEqual(named(words));
    expect(commandOfRegisters(named(words))).toEqual(mail);
  });

  it('what is none is refused by name', () => {
    const good = commandRegisters({ command: { name: 'vend', order: 1, cartridge: 1 }, token: 1, tick: 0 });
    expect(commandOfRegisters([...good.slice(0, 7), (good[7] as number) ^ 1])).toBe('wrong-check');
    expect(commandOfRegisters(commandRegisters({ command: { name: 'clear', cartridge: 1 }, token: 0, tick: 0 }))).toBe(
      'no-token',
    );
    expect(commandOfRegisters(commandRegisters({ command: { name: 'unlock', order: 0 }, token: 1, tick: 0 }))).toBe('no-order');
    const unknown = { command: { name: 'dance' as 'clear', cartridge: 1 }, token: 1, tick: 0 };
    expect(commandOfRegisters(commandRegisters(unknown))).toBe('unknown-command');
    expect(() => commandRegisters({ command: { name: 'vend', order: 2 ** 32, cartridge: 1 }, token: 1, tick: 0 })).toThrow(
      RangeError,
    );
  });
});
