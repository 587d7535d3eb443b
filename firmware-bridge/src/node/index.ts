export { Ledger, type LedgerOrder, LedgerRefusal, type LedgerUnknown, type SignedCount } from './Ledger.js';
export type { Balance } from './ledgerBalance.js';
export { monotonic_us, RealTimeWire, type WireProblem, type WireStanding } from './RealTimeWire.js';
export { SerialWire } from './SerialWire.js';
export { settleOrders } from './settleOrders.js';
export { TcpWire } from './TcpWire.js';
