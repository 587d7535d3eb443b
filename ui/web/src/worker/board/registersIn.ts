import type { ModbusReply, ModbusRequest } from '@dosetwin/firmware-bridge';

export type Table = 'input' | 'holding';

/** Registers that a right answer speaks of: those that were read, or those that were written. */
export interface Spoken {
  readonly table: Table;
  readonly address: number;
  readonly values: readonly number[];
}

export function registersIn(request: ModbusRequest | undefined, reply: ModbusReply | undefined): Spoken | null {
  if (request === undefined) return null;
  const { address } = request;
  const table = request.function === 4 ? 'input' : 'holding';
  if (request.function === 16) return { table, address, values: request.values };
  if (request.function === 6) return { table, address, values: [request.value] };
  return reply?.is === 'registers' ? { table, address, values: reply.values } : null;
}
