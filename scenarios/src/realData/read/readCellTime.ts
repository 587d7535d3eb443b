import { civilOf, dayNumberOf } from '@dosetwin/twin';
import { Complaint, quote } from '../../format/Complaint.js';
import { atSeconds, type LocalDateTime, readDateTime } from '../../format/units/readLocalTime.js';
import { readCellNumber } from './readCellNumber.js';

const EXPECTED = 'a date and time such as 2026-03-02 08:30';
/** Spreadsheets count days from here; the difference to 1900 is their leap day that never was. */
const SERIAL_EPOCH = dayNumberOf({ year: 1899, month: 12, day: 30 });
/** 1 January 2015 and 31 December 2036 as such numbers. */
const SERIALS = { least: 42_005, most: 50_039 };

/** A date and time as text, or as the serial number of a spreadsheet, to the second. */
export function readCellTime(cell: string | number): LocalDateTime | Complaint {
  const serial = typeof cell === 'number' ? cell : readCellNumber(cell.trim());
  if (serial !== null) return ofSerial(serial);
  const text = String(cell).trim();
  const parts = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(.*)$/.exec(text);
  if (!parts) return otherShape(text);
  const [, year = '', month = '', day = '', rest = ''] = parts;
  return readDateTime(`${year}-${month}-${day}${rest.replace(/\.0+$/, '')}`);
}

function ofSerial(serial: number): LocalDateTime | Complaint {
  if (!(serial >= SERIALS.least && serial <= SERIALS.most)) {
    const message = `number is no day of a spreadsheet between 2015 and 2036 (not shown, since it may be a birth date); write ${EXPECTED}`;
    return Complaint.of('this', message, EXPECTED);
  }
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400);
  const date = civilOf(SERIAL_EPOCH + Math.floor(serial));
  return atSeconds({ ...date, hour: 0, minute: 0, second: 0 }, seconds);
}

function otherShape(text: string): Complaint {
  const found = quote(text);
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/.test(text)) {
    return Complaint.of(found, 'may have the day first or the month; write the year first, such as 2026-03-02 08:30', EXPECTED);
  }
  if (/^\d{1,2}:\d{2}/.test(text)) return Complaint.of(found, `has no date; write ${EXPECTED}`, EXPECTED);
  return Complaint.of(found, `is no date and time; write it such as 2026-03-02 08:30`, EXPECTED);
}
