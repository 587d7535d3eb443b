/** What decides how often a cartridge is empty. */
export interface Stocking {
  readonly packages: number;
  readonly daysBetween: number;
  readonly dosesPerDay: number;
  readonly roundFails: number;
}

/** Rounds that fail one after another are followed until fewer cartridges than this share are left unfilled. */
const LEFT = 1e-6;
const MOST_ROUNDS = 60;

/**
 * Share of somebody's visits that find their cartridge empty, who takes a package at each window with the chance `takes`: exact over
 * the days since it was last filled, whose number the rounds that fail decide.
 */
export function emptyShare(takes: number, { packages, daysBetween, dosesPerDay, roundFails }: Stocking): number {
  const windows = daysBetween * dosesPerDay;
  if (takes <= 0 || (windows <= packages && roundFails === 0)) return 0;
  const stock = new Float64Array(packages + 1);
  stock[packages] = 1;
  let unfilled = 1;
  let [visits, empty, taken] = [0, 0, 0];
  for (let round = 0; round < MOST_ROUNDS && unfilled > LEFT; round++) {
    for (let window = 0; window < windows; window++) {
      visits += unfilled * takes;
      empty += unfilled * takes * (stock[0] as number);
      taken += 1;
      passWindow(stock, takes, packages - taken);
    }
    unfilled *= roundFails;
  }
  return empty / visits;
}

/** The chances of each stock after one more window; `least` is what is left where somebody took one at each. */
function passWindow(stock: Float64Array, takes: number, least: number): void {
  const full = stock.length - 1;
  if (full === 0) return;
  if (least <= 0) stock[0] = (stock[0] as number) + takes * (stock[1] as number);
  for (let left = Math.max(1, least); left < full; left++) {
    stock[left] = (1 - takes) * (stock[left] as number) + takes * (stock[left + 1] as number);
  }
  stock[full] = (1 - takes) * (stock[full] as number);
}
