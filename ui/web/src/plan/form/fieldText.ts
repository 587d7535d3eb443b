import type { RegionParameter } from '@dosetwin/scenarios';

/** A value as a field of the form shows it: shares in per cent, everything else in its own unit. */
export function fieldText(value: number, unit: RegionParameter['unit']): string {
  return String(Number((unit === 'share' ? value * 100 : value).toPrecision(6)));
}

/** What stands behind a field. */
export function fieldUnit(unit: RegionParameter['unit']): string {
  if (unit === 'share') return '%';
  return unit === 'count' ? '' : unit === 'CAD' ? '$' : unit === 'd' ? 'days' : unit;
}

/** What a field says, in the region's units; `null` for what is no number, or none within its bounds. */
export function readField(text: string, { unit, min, max }: Pick<RegionParameter, 'unit' | 'min' | 'max'>): number | null {
  const plain = text
    .trim()
    .replace(/[\s ,](?=\d{3}\b)/g, '')
    .replace(/\s*%$/, '')
    .replace(',', '.');
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return null;
  const value = unit === 'share' ? Number(plain) / 100 : Number(plain);
  return value >= min && value <= max ? value : null;
}
