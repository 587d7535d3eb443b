import type { PayloadValue, TraceEntry } from '@dosetwin/twin';
import { FIRST_CHECK, lineCheck } from './lineCheck.js';
import type { RecordEnd, RecordHeader } from './RunRecord.js';

/**
 * Makes the lines of one record, each with its line feed, to be written at once: what was recorded is never lost. Entries
 * are given in the order emitted.
 */
export class RecordLines {
  #check = FIRST_CHECK;

  header(header: RecordHeader): string {
    return `${JSON.stringify(header)}\n`;
  }

  entry(entry: TraceEntry): string {
    const text = entryText(entry);
    this.#check = lineCheck(this.#check, text);
    return `${text.slice(0, -1)},"${this.#check}"]\n`;
  }

  end(end: RecordEnd): string {
    return `${JSON.stringify({ end })}\n`;
  }
}

/** An entry's line without its check: one way to write it, whoever made the payload, with its keys in code-unit order. */
export function entryText({ t_us, level, source, kind, payload }: TraceEntry): string {
  let body = '';
  for (const key of Object.keys(payload).sort()) {
    const value = payload[key] as PayloadValue;
    body += `${body === '' ? '' : ','}${JSON.stringify(key)}:${JSON.stringify(value)}`;
  }
  return `[${t_us},${level},${JSON.stringify(source)},${JSON.stringify(kind)},{${body}}]`;
}
