import { type Ledger, LedgerRefusal } from '@dosetwin/firmware-bridge/node';
import { openLedger } from '../boards/openLedger.js';
import { Exit, type ExitCode } from '../Exit.js';
import { Refusal } from '../Refusal.js';
import { terminal } from '../terminal.js';

export interface LedgerOptions {
  readonly file: string;
  readonly board?: string;
  readonly json?: boolean;
}

export interface SignOptions extends LedgerOptions {
  readonly cartridge: number;
  readonly found: number;
  readonly rejected?: number;
  readonly first: string;
  readonly second: string;
}

/** Shows each cartridge's balance, and each package whose whereabouts nobody saw, with its evidence. */
export function ledger({ file, board, json }: LedgerOptions): ExitCode {
  const open = openLedger(file, { mustExist: true });
  try {
    const boards = board === undefined ? open.boards() : [boardOf(open, board)];
    const shown = boards.map((name) => pageOf(open, name));
    if (json === true) terminal.printJson({ file, boards: shown });
    else if (shown.length === 0) terminal.print('The ledger is empty.');
    else for (const page of shown) printPage(page);
    return Exit.held;
  } finally {
    open.close();
  }
}

/** Takes a count that two people signed. */
export function signLedger({ file, board: written, cartridge, found, rejected, first, second, json }: SignOptions): ExitCode {
  const open = openLedger(file, { mustExist: true });
  try {
    const board = boardOf(open, written);
    const before = open.balance(board).get(cartridge);
    if (before === undefined)
      throw new Refusal(Exit.badInput, `--cartridge ${cartridge}: the ledger holds nothing of it on ${board}.`);
    open.count({ board, cartridge, found, rejected: rejected ?? before.rejected, first, second });
    const page = pageOf(open, board);
    if (json === true) terminal.printJson({ file, boards: [page] });
    else printPage({ ...page, cartridges: page.cartridges.filter((one) => one.cartridge === cartridge) });
    return Exit.held;
  } catch (error) {
    if (error instanceof LedgerRefusal) throw new Refusal(Exit.badInput, `${error.message}.`);
    throw error;
  } finally {
    open.close();
  }
}

function boardOf(open: Ledger, written: string | undefined): string {
  const boards = open.boards();
  const [only] = boards;
  if (written === undefined && boards.length === 1 && only !== undefined) return only;
  if (written !== undefined && boards.includes(written)) return written;
  if (boards.length === 0) throw new Refusal(Exit.badInput, 'The ledger is empty.');
  throw new Refusal(
    Exit.badInput,
    `${written === undefined ? 'Which board? Add' : `There is no ${written} in it; expected was`} --board ${boards.join(' or ')}.`,
  );
}

function pageOf(open: Ledger, board: string) {
  const cartridges = [...open.balance(board)].map(([cartridge, balance]) => ({ cartridge, ...balance }));
  const unknowns = open.unknowns(board).map(({ at_ms, ...rest }) => ({ ...rest, at: new Date(at_ms).toISOString() }));
  return { board, cartridges, unknowns, open: open.openOrders(board).map(({ board: _, ...order }) => order) };
}

function printPage({ board, cartridges, unknowns, open }: ReturnType<typeof pageOf>): void {
  terminal.print(board);
  terminal.print('  cartridge  loaded  dispensed  rejected  remaining  unknown');
  for (const { cartridge, loaded, dispensed, rejected, remaining, unknown } of cartridges) {
    const cells = [right(cartridge, 11), right(loaded, 8), right(dispensed, 11), right(rejected, 10), right(remaining, 11)];
    terminal.print(`${cells.join('')}${right(unknown, 9)}`);
  }
  for (const { cartridge, order, why, at } of unknowns)
    terminal.print(`  unknown, cartridge ${cartridge}: ${order === 0 ? '' : `order ${order}, `}${why} (${at})`);
  for (const { order, cartridge, kind } of open)
    terminal.print(`  open, cartridge ${cartridge}: order ${order}, ${kind}: concluded when a run next finds the board`);
}

function right(value: number, width: number): string {
  return String(value).padStart(width);
}
