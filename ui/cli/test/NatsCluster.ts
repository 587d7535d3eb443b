import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { findNats, NEEDED } from '../../../tools/nats.js';

export interface NatsServer {
  readonly name: string;
  /** `127.0.0.1:PORT`. */
  readonly address: string;
  /** As `kill -9`. */
  kill(): void;
  /** On the same port, with what it had kept. */
  startAgain(): void;
}

/** Real NATS servers with JetStream on free ports of this machine: a cluster where there are several. */
export class NatsCluster {
  readonly servers: readonly NatsServer[];
  readonly #children = new Map<string, ChildProcess>();

  private constructor(folder: string, ports: readonly (readonly [client: number, route: number])[], words: readonly string[]) {
    const routes = ports.map(([, route]) => `nats://127.0.0.1:${route}`).join(',');
    this.servers = ports.map(([client, route], i) => {
      const name = `n${i + 1}`;
      const store = join(folder, name);
      const cluster =
        ports.length === 1 ? [] : ['--cluster_name', 'test', '--cluster', `nats://127.0.0.1:${route}`, '--routes', routes];
      const start = () =>
        this.#start(name, ['-n', name, '-a', '127.0.0.1', '-p', `${client}`, '-sd', store, ...cluster, ...words]);
      mkdirSync(store, { recursive: true });
      start();
      return { name, address: `127.0.0.1:${client}`, kill: () => this.#children.get(name)?.kill('SIGKILL'), startAgain: start };
    });
    this.#folder = folder;
  }

  readonly #folder: string;

  /** `words` are for each server: without `-js` there is no JetStream. */
  static async start(folder: string, size: number, words: readonly string[] = ['-js']): Promise<NatsCluster> {
    const ports: [number, number][] = [];
    const free = await freePorts(size * 2);
    for (let i = 0; i < size; i++) ports.push([free[2 * i] as number, free[2 * i + 1] as number]);
    return new NatsCluster(folder, ports, words);
  }

  /** As `--nats` takes it. */
  get url(): string {
    return this.servers.map(({ address }) => `nats://${address}`).join(',');
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#children.values()].map(killed));
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #start(name: string, words: readonly string[]): void {
    const server = findNats();
    if (server === undefined) throw new Error(NEEDED);
    this.#children.set(name, spawn(server, words, { stdio: 'ignore' }));
  }
}

/** Ends a process at once, and waits until it is gone. */
export function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.on('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

/** Ports that nobody listens at, all different. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve) => {
          server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
        }),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
