import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedBench, serveBench } from './serve.js';

let bench: ServedBench;

beforeAll(async () => {
  const parent = mkdtempSync(join(tmpdir(), 'dosetwin-serve-'));
  const folder = join(parent, 'page');
  mkdirSync(folder);
  writeFileSync(join(folder, 'index.html'), '<p>the bench</p>');
  writeFileSync(join(parent, 'secret.txt'), 'not for the page');
  bench = await serveBench({ port: 0, folder });
});

afterAll(() => bench.close());

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** A request whose path and Host are sent as they stand. */
function ask(path: string, options: { readonly host?: string; readonly method?: string } = {}): Promise<Answer> {
  const { hostname, port } = new URL(bench.url);
  return new Promise((resolve, reject) => {
    const headers = { Host: options.host ?? `127.0.0.1:${port}` };
    const asked = request({ hostname, port, path, method: options.method ?? 'GET', headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    asked.on('error', reject).end();
  });
}

describe('serveBench', () => {
  it.each(['127.0.0.1:4173', 'localhost:4173', '[::1]:4173', 'localhost', 'LOCALHOST:1'])(
    'answers to the host %s',
    async (host) => {
      expect(await ask('/', { host })).toEqual({ status: 200, body: '<p>the bench</p>' });
    },
  );

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:80', '10.0.0.1', '[::2]', 'evil.example:127.0.0.1'])(
    'refuses the host %j',
    async (host) => {
      expect((await ask('/', { host })).status).toBe(403);
    },
  );

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/x/../../secret.txt',
    '/..%5csecret.txt',
    '/%00',
    '/%zz',
  ])('gives out nothing beside the page: %s', async (path) => {
    const { status, body } = await ask(path);
    expect([400, 404]).toContain(status);
    expect(body).not.toContain('not for the page');
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses to be written to: %s', async (method) => {
    expect((await ask('/', { method })).status).toBe(405);
  });

  it('says that a port is taken when exactly that was asked for', async () => {
    const port = Number(new URL(bench.url).port);
    await expect(serveBench({ port, folder: '.' })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('refuses to be served to other machines', async () => {
    await expect(serveBench({ port: 0, host: '0.0.0.0', folder: '.' })).rejects.toThrow('is not this machine');
  });
});
