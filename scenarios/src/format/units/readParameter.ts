import type { Parameter } from '@dosetwin/twin';
import { Complaint, quote } from '../Complaint.js';
import { kindOfUnit, readQuantity } from './quantity.js';

/** A parameter's value in its own unit, whatever unit of the same kind it was written in, and within its range. */
export function readParameter(written: unknown, parameter: Parameter): number | Complaint {
  const value = inOwnUnit(written, parameter);
  if (value instanceof Complaint) return value;
  if (value >= parameter.min && value <= parameter.max) return value;
  const range = `${parameter.min} to ${parameter.max}${unitText(parameter)}`;
  const here = String(written) === String(value) ? '' : ` (${value}${unitText(parameter)})`;
  return Complaint.of(
    quote(written),
    `${here === '' ? '' : `${here.trim()} `}is out of range: ${parameter.says} may be ${range}${percentMeant(written, parameter)}`,
    range,
  );
}

/** Whoever writes 10 for a share means 10 %. */
function percentMeant(written: unknown, { unit, min, max }: Parameter): string {
  const isMeant = unit === 'share' && typeof written === 'number' && written / 100 >= min && written / 100 <= max;
  return isMeant ? `; did you mean ${written} %?` : '';
}

function unitText({ unit }: Parameter): string {
  return unit === 'count' || unit === 'share' || unit === 'sigma' || unit === 'yes/no' ? '' : ` ${unit}`;
}

function inOwnUnit(written: unknown, { unit }: Parameter): number | Complaint {
  if (unit === 'yes/no') {
    if (written === 'yes' || written === true) return 1;
    if (written === 'no' || written === false) return 0;
    return Complaint.of(quote(written), 'is neither yes nor no', 'yes or no');
  }
  if (kindOfUnit(unit) !== null) return readQuantity(written, unit);
  if (typeof written === 'number' && Number.isFinite(written)) return written;
  return Complaint.of(quote(written), 'is not a plain number; this figure has no unit', 'a number without a unit');
}
