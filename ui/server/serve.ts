import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
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
  /** Only this machine's own addresses are given out: `127.0.0.1` (default), `localhost` or `::1`. */
  readonly host?: string;
  /** A page that was built already; without it the page is built first, unless its sources have not changed since. */
  readonly folder?: string;
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

/** Serves the bench's page to this machine alone. */
export async function serveBench(options: ServeOptions = {}): Promise<ServedBench> {
  const host = options.host ?? '127.0.0.1';
  if (!isLocalHost(host))
    throw new RangeError(`${host} is not this machine: the bench is served on 127.0.0.1, localhost or ::1 only`);
  const folder = options.folder ?? (await pageFolder());
  const server = createServer((request, response) => void answer(request, response, folder));
  const port = await (options.port === undefined ? listenNear(server, host, DEFAULT_PORT) : listen(server, host, options.port));
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${port}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
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

async function answer(request: IncomingMessage, response: ServerResponse, folder: string): Promise<void> {
  const refuse = (status: number, says: string) => {
    response.writeHead(status, { ...HEADERS, 'Content-Type': 'text/plain; charset=utf-8' }).end(`${says}\n`);
  };
  // A page elsewhere could point its own name at this machine; only this machine's names are answered.
  if (!isLocalHost(hostName(request.headers.host ?? ''))) return refuse(403, 'This bench answers to its own machine only.');
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'The bench is only read.');
  const path = fileFor(request.url ?? '/', folder);
  if (path === null) return refuse(400, 'There is no such place.');
  try {
    if (!(await stat(path)).isFile()) return refuse(404, 'There is no such file.');
    const body = await readFile(path);
    response.writeHead(200, { ...HEADERS, 'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream' });
    response.end(request.method === 'HEAD' ? undefined : body);
  } catch {
    refuse(404, 'There is no such file.');
  }
}

/** The host of a Host header, without its port. */
function hostName(header: string): string {
  const bracketed = /^\[([^\]]*)\](?::\d+)?$/.exec(header);
  return bracketed ? (bracketed[1] ?? '') : header.replace(/:\d+$/, '');
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
