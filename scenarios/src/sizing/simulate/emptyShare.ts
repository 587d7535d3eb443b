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
  let stock = new Float64Array(packages + 1);
  stock[packages] = 1;
  let unfilled = 1;
  let [visits, empty] = [0, 0];
  for (let round = 0; round < MOST_ROUNDS && unfilled > LEFT; round++) {
    for (let window = 0; window < windows; window++) {
      visits += unfilled * takes;
      empty += unfilled * takes * (stock[0] as number);
      stock = afterWindow(stock, takes);
    }
    unfilled *= roundFails;
  }
  return empty / visits;
}

function afterWindow(stock: Float64Array<ArrayBuffer>, takes: number): Float64Array<ArrayBuffer> {
  const next = new Float64Array(stock.length);
  for (let left = 0; left < stock.length; left++) {
    const chance = stock[left] as number;
    if (left === 0) next[0] = (next[0] as number) + chance;
    else {
      next[left] = (next[left] as number) + chance * (1 - takes);
      next[left - 1] = (next[left - 1] as number) + chance * takes;
    }
  }
  return next;
}
