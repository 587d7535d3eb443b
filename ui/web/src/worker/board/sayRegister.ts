import { type CodeName, chartStateNames, nameOfCode, REGISTER_MAP } from '@dosetwin/firmware-bridge';

type Words = (value: number) => string;

const high = (value: number) => value >>> 8;
const low = (value: number) => value & 0xff;
const code =
  <L extends Parameters<typeof nameOfCode>[0]>(list: L): ((number: number) => CodeName<L> | string) =>
  (number) =>
    nameOfCode(list, number) ?? (number === 0 ? 'none' : String(number));
const both = (...words: readonly string[]) => words.filter((word) => word !== 'none' && word !== '').join(', ') || 'none';
const version: Words = (value) => `${high(value)}.${low(value)}`;
const hex: Words = (value) => `0x${value.toString(16).toUpperCase().padStart(4, '0')}`;
const lane: Words = (value) => (value === 0xffff ? 'none' : chartStateNames().lane(value).join(', ') || 'none');
const regions: Words = (value) => chartStateNames().interlock([value]).join(', ') || 'none';

/** Registers whose bits mean something; the others are numbers. */
const WORDS: Readonly<Record<string, Words>> = {
  magic: (value) => `${hex(value)} '${String.fromCharCode(high(value), low(value))}'`,
  mapVersion: version,
  firmwareVersion: version,
  chartsCrc: hex,
  resetCause: (value) =>
    ['power-on', 'external', 'brown-out', 'watchdog'].filter((_, bit) => (value >> bit) & 1).join(', ') || 'none',
  inputs: (value) =>
    bitNames('inputs')
      .filter((_, bit) => (value >> bit) & 1)
      .join(', ') || 'none',
  orderPhase: (value) => both(code('commands')(high(value)), code('phases')(low(value))),
  orderMode: (value) => both(high(value) === 0 ? '' : `cartridge ${high(value)}`, code('modes')(low(value))),
  orderLane: lane,
  laneStates: lane,
  laneCounters: (value) => `closings ${high(value)}, tries ${low(value)}`,
  statusInterlock0: regions,
  statusInterlock1: regions,
  statusInterlock2: regions,
  interlockStates0: regions,
  interlockStates1: regions,
  interlockStates2: regions,
  command: code('commands'),
  commandCheck: hex,
  eventName: (value) => both(code('signals')(high(value)), low(value) === 0 ? '' : `cartridge ${low(value)}`),
  eventDetail: hex,
};

/** A register's value as it is read: words, or its number. */
export function sayRegister(name: string, value: number): string {
  return WORDS[name]?.(value) ?? String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** With its unit; one that begins with a number is a step: `145 × 4 µs`. */
export function sayMeasured(name: string, value: number, unit: string): string {
  const says = sayRegister(name, value);
  if (unit === '') return says;
  return /^\d/.test(unit) ? `${says} × ${unit}` : `${says} ${unit}`;
}

/** What each bit of a register is called, as the map says it: `bit 0 door open, 1 tampered, ...`. */
function bitNames(name: string): readonly string[] {
  const says = REGISTER_MAP.flatMap(({ values }) => values).find((one) => one.name === name)?.says ?? '';
  return (says.split('bit ')[1] ?? '').split(', ').map((part) => part.replace(/^\d+ /, ''));
}
