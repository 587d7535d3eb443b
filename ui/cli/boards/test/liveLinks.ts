import type { start } from '../../test/dosetwin.js';

export interface LiveLinks {
  readonly watch: string;
  readonly act: string;
  /** Only where a real board stands below a hinge. */
  readonly arm: string | null;
}

/** The links that `dosetwin live` prints, once it has told what they are for. */
export function liveLinks(child: ReturnType<typeof start>): Promise<LiveLinks> {
  let [said, told] = ['', ''];
  return new Promise((resolve, reject) => {
    child.on('close', () => reject(new Error(`it ended before it printed its links: ${said}${told}`)));
    const look = () => {
      const [, watch, act, , arm] = /^watch (\S+)\nact (\S+)\n(arm (\S+)\n)?/m.exec(said) ?? [];
      if (watch !== undefined && act !== undefined && told.includes('Ctrl-C ends it')) resolve({ watch, act, arm: arm ?? null });
    };
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString('utf8');
      look();
    });
    child.stderr.on('data', (text: Buffer) => {
      told += text.toString('utf8');
      look();
    });
  });
}
