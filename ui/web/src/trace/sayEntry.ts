import { canSay, say, sayWord } from '../text/say.js';
import type { BenchEntry } from './BenchEntry.js';

/** Payload words that are names in the model and read better as words. */
const WORDS = new Set(['reason', 'mode', 'cause', 'by', 'answer', 'how', 'phase', 'name', 'result', 'what']);

/** A source's address as a reader reads it: `harbour-house-1/cartridge-19` is `cartridge 19`. */
export function saySource(source: string): string {
  const [owner = '', part] = source.split('/');
  if (part === undefined) return owner === 'input' ? say('source.input') : owner;
  const cartridge = /^cartridge-(\d+)$/.exec(part);
  if (cartridge) return say('source.cartridge', { number: Number(cartridge[1]) });
  const key = `source.${part}`;
  return canSay(key) ? say(key, { person: owner, contact: owner }) : part;
}

/** An entry in words; `clock` writes an instant of the run as local time, `halfTurns` is how many may be tried. */
export function sayEntry(entry: BenchEntry, clock: (t_us: number) => string, halfTurns: number): string {
  const { kind, payload, source } = entry;
  const values: Record<string, string | number> = { kind: sayWord(kind) };
  for (const [name, value] of Object.entries(payload)) {
    if (name === 'until_us') values.until = clock(Number(value));
    else if (name === 'act') values.act = say(`log.acts.${value}`);
    else
      values[name] =
        typeof value === 'string' && WORDS.has(name) ? sayWord(value) : typeof value === 'boolean' ? String(value) : value;
  }
  if (kind === 'state') return sayState(String(payload.is), { tries: payload['counter.tries'], halfTurns });
  if (source === 'input') return sayInput(entry);
  const key = `log.facts.${factKey(entry)}`;
  return canSay(key) ? say(key, values) : say('log.facts.other', values);
}

interface Turns {
  readonly tries: BenchEntry['payload'][string] | undefined;
  readonly halfTurns: number;
}

/** A configuration in words: the innermost names, without the current that is normal; a half turn is told with its number. */
export function sayState(is: string, turns: Turns | null = null): string {
  const leaves = is.split(',').map((path) => path.split('.'));
  const words = leaves.flatMap((parts) => {
    const last = parts.at(-1) ?? '';
    if (parts.includes('halfTurn') && typeof turns?.tries === 'number')
      return [say('log.facts.state.halfTurn', { count: turns.tries, limit: turns.halfTurns })];
    // What a board's status tells does not count them.
    if (parts.includes('halfTurn')) return [sayWord('halfTurn')];
    if (leaves.length > 1 && last === 'normal') return [];
    return leaves.length > 1 && parts.length === 2 ? [`${sayWord(parts[0] ?? '')} ${sayWord(last)}`] : [sayWord(last)];
  });
  return words.join(', ');
}

/** What entered from outside, and by whom. */
function sayInput({ kind, payload }: BenchEntry): string {
  const what = String(payload.hand ?? payload.cause ?? kind);
  return say('log.input', { what: sayWord(what), role: sayWord(String(payload.role ?? '')) });
}

/** Some kinds have a sentence for each thing that they can say. */
function factKey({ kind, payload }: BenchEntry): string {
  switch (kind) {
    case 'drive':
      return payload.on === true ? 'drive.on' : 'drive.off';
    case 'cam':
      return payload.closed === true ? 'cam.closed' : 'cam.open';
    case 'beam':
      return payload.broken === true ? 'beam.broken' : 'beam.lit';
    case 'land':
      return payload.in === 'reject' ? 'land.reject' : 'land.box';
    case 'door':
    case 'flap':
      return `${kind}.${payload.open === true ? 'open' : 'shut'}`;
    case 'current':
      return payload.high === true ? 'current.high' : 'current.low';
    case 'command':
      if (payload.order === undefined) return 'command.cartridge';
      return payload.cartridge === undefined ? 'command.order' : 'command';
    case 'prompt':
    case 'done':
      return Number(payload.cartridge) > 0 ? `${kind}.cartridge` : kind;
    case 'armed':
      return payload.is === true ? 'armed.yes' : 'armed.no';
    case 'signal':
      return payload.cartridge === undefined ? 'signal.bare' : 'signal';
    case 'attempt':
      return `attempt.${payload.result}`;
    case 'remote-recovery':
      return payload.freed === true ? 'remote-recovery.freed' : 'remote-recovery.not';
    case 'drives':
      if (payload.by !== undefined) return 'drives.restock';
      if (payload.site !== undefined) return 'drives.round';
      return payload.from === undefined ? 'drives' : 'drives.on';
    case 'answered':
      return ['answered', payload.reason ? 'reason' : '', Number(payload.until_us ?? 0) > 0 ? 'until' : '']
        .filter(Boolean)
        .join('.');
    default:
      return kind;
  }
}
