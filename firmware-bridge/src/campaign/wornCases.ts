import type { RandomStream } from '@dosetwin/twin';
import { codeOf } from '../wire/wireCodes.js';
import { CampaignRig, luckOf } from './CampaignRig.js';
import { PLACES, placesOf } from './keptRecords.js';
import { type CampaignTotals, endCase, JOBS, type Setting } from './powerCases.js';

/** Bytes of a record that the firmware writes. */
const RECORD_BYTES = Array.from({ length: 12 }, (_, byte) => byte);
/** What a cell may be stuck at: programmed, erased, half of it, a phase, or the mark of a whole record. */
const STUCK = [0x00, 0xff, 0x55, codeOf('phases', 'dropped'), codeOf('phases', 'jammed')] as const;
/** So many places are tried for a record (PROTOCOL W13). */
const MOST_PLACES = 8;
const FIRST_ORDER = 1;

const cellOf = (place: number, byte: number) => PLACES.orders + place * PLACES.orderBytes + byte;

/** Two orders on a board with such cells; now and then the power goes while they are written, and what is worn is worn still. */
function wornCase(setting: Setting, totals: CampaignTotals, worn: ReadonlyMap<number, number>, luck: RandomStream): void {
  const rig = new CampaignRig({ ...setting, seed: luck.integer(0, 1_000_000), jobs: JOBS, worn });
  rig.powerUp();
  rig.startHost();
  const what = [...worn].slice(0, 2).map(([address, value]) => `cell ${address} reads ${value}`);
  if (luck.chance(0.5)) {
    while (rig.ledger.orders.length === 0) rig.runUntil(rig.now_us + 1_000);
    // While the record is written, or about when its end is.
    rig.runUntil(rig.now_us + (luck.chance(0.5) ? luck.integer(0, 320_000) : luck.integer(900_000, 1_500_000)));
    what.push(`cut: ${rig.cutPower(luck.integer(0, 15))}`);
    rig.runUntil(rig.now_us + luck.integer(1_000, 300_000));
    rig.powerUp();
  }
  endCase(rig, totals, `worn, ${what.join(', ')}`);
  notePaths(rig);
  rig.close();
}

/** What became of the records, from the EEPROM and the ledger alone. */
function notePaths({ ledger, port, options: { paths } }: CampaignRig): void {
  const { eeprom } = port.board;
  for (const { order } of ledger.orders) {
    const places = placesOf(eeprom, order);
    if (order === FIRST_ORDER && places.length === 1 && places[0] !== 0) paths.take('worn: a record written elsewhere');
    if (places.length > 1) paths.take('worn: an order written once more, with its end');
    if (places.length === 0 && ledger.resultOf(order)?.result === 'refused')
      paths.take('worn: no place keeps the record, refused');
  }
}

/** Each of these bytes of a record stuck at each value, in one place, in two, and in as many as are tried. */
export function wornCases(setting: Setting, totals: CampaignTotals, each: number, bytes = RECORD_BYTES): void {
  for (let n = 0; n < each; n++)
    for (const byte of bytes)
      for (const stuck of STUCK) {
        const luck = luckOf(`worn ${byte} ${stuck}`, n);
        const places = luck.chance(0.6) ? 1 : luck.chance(0.5) ? 2 : MOST_PLACES;
        const cells = Array.from({ length: places }, (_, place) => [cellOf(place, byte), stuck] as const);
        wornCase(setting, totals, new Map(cells), luck);
      }
}
