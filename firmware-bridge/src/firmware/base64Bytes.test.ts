import { describe, expect, it } from 'vitest';
import { base64Bytes } from './base64Bytes.js';

describe('base64Bytes', () => {
  it('reads what Buffer writes, of every length and every byte', () => {
    for (let length = 0; length < 300; length++) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 7 + length) & 0xff);
      expect(base64Bytes(Buffer.from(bytes).toString('base64'))).toEqual(bytes);
    }
  });

  it('refuses what is no base64', () => {
    expect(() => base64Bytes('ab-d')).toThrow('"-"');
  });
});
