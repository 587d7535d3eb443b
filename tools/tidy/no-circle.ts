import { posix } from 'node:path';
import type { Finding, Rule } from './Rule.js';
import type { Source } from './Source.js';

/** No file imports, through however many others, itself. */
export const noCircle: Rule = {
  name: 'no-circle',
  check: (sources) => {
    const scripts = new Map(sources.filter((source) => source.isScript).map((source) => [source.path, source]));
    const findings: Finding[] = [];
    const done = new Set<string>();
    const trail: string[] = [];

    const visit = (source: Source) => {
      trail.push(source.path);
      for (const { specifier, line } of source.imports()) {
        const target = resolve(source.path, specifier, scripts);
        if (target === undefined || done.has(target.path)) continue;
        const start = trail.indexOf(target.path);
        if (start < 0) visit(target);
        else {
          const circle = [...trail.slice(start), target.path].join(' → ');
          findings.push({ path: source.path, line, message: `a circle: ${circle}; move what they share into a file of its own` });
        }
      }
      trail.pop();
      done.add(source.path);
    };

    for (const source of scripts.values()) if (!done.has(source.path)) visit(source);
    return findings;
  },
};

function resolve(from: string, specifier: string, scripts: ReadonlyMap<string, Source>): Source | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const path = posix.join(posix.dirname(from), specifier);
  const stem = path.replace(/\.js$/, '');
  return scripts.get(path) ?? scripts.get(`${stem}.ts`) ?? scripts.get(`${stem}.tsx`);
}
