import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import type { Duplex } from 'node:stream';
import { LIVE_META } from '../web/src/live/liveLink.js';
import { type Answers, answeredHosts, hostOfHeader } from './answeredHosts.js';
import { isLocalHost } from './isLocalHost.js';
import { pageFolder } from './pageFolder.js';

export interface ServedBench {
  /** `http://127.0.0.1:4173/` */
  readonly url: string;
  close(): Promise<void>;
}

export interface ServeOptions {
  /** Exactly this port, or 0 for any that is free; without it 4173, or the next one that is free. */
  readonly port?: number;
  /** `127.0.0.1` (default), `localhost` or `::1`; another address or name of this machine only with `beyond`. */
  readonly host?: string;
  /** Other machines may come too. */
  readonly beyond?: boolean;
  /** Shares a live run with the pages that are given out. */
  readonly live?: SharedRun;
  /** A page that was built already; without it the page is built first, unless its sources have not changed since. */
  readonly folder?: string;
}

/** What answers a page's sockets. */
export interface SharedRun {
  upgrade(request: IncomingMessage, wire: Duplex, head: Buffer): void;
  close(): Promise<void>;
}

const DEFAULT_PORT = 4173;
const PORTS_TRIED = 20;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
};

/** Nothing comes from anywhere else, and nobody else may frame the page or sniff its files. */
const HEADERS = {
  'Content-Security-Policy':
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; connect-src 'self' blob: data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
} as const;

/** Serves the bench's page: to this machine alone, unless `beyond` says otherwise. */
export async function serveBench(options: ServeOptions = {}): Promise<ServedBench> {
  const host = options.host ?? '127.0.0.1';
  if (!isLocalHost(host) && options.beyond !== true)
    throw new RangeError(`${host} is not this machine: the bench is served on 127.0.0.1, localhost or ::1 only`);
  const { live } = options;
  const page: ServedPage = {
    folder: options.folder ?? (await pageFolder()),
    answers: answeredHosts(host),
    isLive: live !== undefined,
  };
  const server = createServer((request, response) => void answer(request, response, page));
  if (live !== undefined) server.on('upgrade', (request, wire, head) => live.upgrade(request, wire, head));
  const port = await (options.port === undefined ? listenNear(server, host, DEFAULT_PORT) : listen(server, host, options.port));
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${port}/`,
    close: async () => {
      await live?.close();
      await new Promise<void>((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      });
    },
  };
}

async function listenNear(server: Server, host: string, first: number): Promise<number> {
  for (let port = first; ; port += 1) {
    try {
      return await listen(server, host, port);
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || port - first >= PORTS_TRIED) throw error;
    }
  }
}

async function listen(server: Server, host: string, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

interface ServedPage {
  readonly folder: string;
  readonly answers: Answers;
  /** The page joins the live run by itself. */
  readonly isLive: boolean;
}

async function answer(request: IncomingMessage, response: ServerResponse, page: ServedPage): Promise<void> {
  const refuse = (status: number, says: string) => {
    response.writeHead(status, { ...HEADERS, 'Content-Type': 'text/plain; charset=utf-8' }).end(`${says}\n`);
  };
  if (!page.answers(hostOfHeader(request.headers.host ?? ''))) return refuse(403, 'This bench answers to its own machine only.');
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'The bench is only read.');
  const path = fileFor(request.url ?? '/', page.folder);
  if (path === null) return refuse(400, 'There is no such place.');
  try {
    if (!(await stat(path)).isFile()) return refuse(404, 'There is no such file.');
    const file = await readFile(path);
    const body = page.isLive && extname(path) === '.html' ? withLiveMark(file) : file;
    response.writeHead(200, { ...HEADERS, 'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream' });
    response.end(request.method === 'HEAD' ? undefined : body);
  } catch {
    refuse(404, 'There is no such file.');
  }
}

/** Tells the page that a live run waits for it. */
function withLiveMark(html: Buffer): string {
  return html.toString('utf8').replace(/<head>/, `<head>\n    <meta name="${LIVE_META}" content="yes" />`);
}

/** The file that a request names, inside the folder, or `null`. */
function fileFor(url: string, folder: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '/');
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = normalize(join(folder, path.endsWith('/') ? `${path}index.html` : path));
  return file.startsWith(folder.endsWith(sep) ? folder : folder + sep) ? file : null;
}
