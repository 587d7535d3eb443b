import { Complaint } from '../Complaint.js';
import type { SourcePath } from '../SourceNode.js';
import type { Resolution } from './Resolution.js';

/** A list of names, each known and each written once. */
export function checkChain(resolution: Resolution, path: SourcePath, names: readonly string[], known: readonly string[]): void {
  names.forEach((name, i) => {
    if (!resolution.refers([...path, i], name, 'contact', known)) return;
    if (names.indexOf(name) < i) {
      resolution.complain([...path, i], Complaint.of(`'${name}'`, 'is in this list already; write each once', 'another contact'));
    }
  });
}
