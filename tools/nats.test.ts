import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findNats } from './nats.js';

const folder = mkdtempSync(join(tmpdir(), 'dosetwin-nats-'));
const server = join(folder, 'nats-server');
const other = join(folder, 'not-executable');
writeFileSync(server, '#!/bin/sh\n');
chmodSync(server, 0o755);
writeFileSync(other, '');
afterAll(() => rmSync(folder, { recursive: true }));

describe('findNats', () => {
  it('finds it on PATH, before where Debian keeps it', () => {
    expect(findNats({ PATH: folder })).toBe(server);
  });
  it('takes NATS_SERVER_PATH before PATH, and only if it can be run', () => {
    expect(findNats({ PATH: '', NATS_SERVER_PATH: server })).toBe(server);
    expect(findNats({ PATH: folder, NATS_SERVER_PATH: other })).toBeUndefined();
  });
});
