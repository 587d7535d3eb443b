/** Where the ledger of real boards is, unless a command is told otherwise: in the folder in which it was started. */
export const LEDGER_FILE = 'dosetwin-ledger.sqlite';
