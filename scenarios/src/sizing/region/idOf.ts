import { Complaint, quote } from '../../format/Complaint.js';
import type { RegionRow } from './RegionRow.js';

/** A short name made of a name: `sault-ste-marie` of `Sault Ste. Marie`. */
export function idOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/\(.*?\)/g, ' ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
}

/** The id that a row gives, or else this one. */
export function readId(row: RegionRow, otherwise: string): string | null {
  const id = row.plain('id') || otherwise;
  if (/^[a-z0-9][a-z0-9-]{0,59}$/.test(id)) return id;
  const message = 'cannot be an id; write small letters, digits and hyphens, such as fictional-harbour';
  row.refuse(row.has('id') ? 'id' : 'name', Complaint.of(quote(id), message, 'an id'));
  return null;
}
