export { BoardLedger } from './BoardLedger.js';
export { Ledger, type LedgerOrder, LedgerRefusal, type LedgerUnknown, type SignedCount } from './Ledger.js';
export { LiveBoard, NoBoard } from './LiveBoard.js';
export type { Balance } from './ledgerBalance.js';
export { monotonic_us, RealTimeWire, type WireProblem, type WireStanding } from './RealTimeWire.js';
export { SerialWire } from './SerialWire.js';
export { type Settled, settleBoard } from './settleBoard.js';
export { settleOrders } from './settleOrders.js';
export { TcpWire } from './TcpWire.js';
