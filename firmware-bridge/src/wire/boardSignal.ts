import type { Payload, Signal } from '@dosetwin/twin';
import type { BlockValues } from './registerNames.js';
import { type CodeName, codeOf, nameOfCode } from './wireCodes.js';

/** A slot of the ring as the twin's signal, or `null` where a number stands for nothing that this version knows. */
export function boardSignal(boot: number, slot: BlockValues<'ring'>): Signal | null {
  const name = nameOfCode('signals', slot.eventName >>> 8);
  const args = name === undefined ? null : argsOf(name, slot);
  if (name === undefined || args === null) return null;
  return { name, boot, sequence: slot.eventSequence, tick: slot.eventTick, args };
}

/** The slot that a signal takes; for stand-ins of a board. */
export function slotOfSignal({ name, sequence, tick, args }: Omit<Signal, 'boot'>): BlockValues<'ring'> {
  const {
    order = 0,
    cartridge = 0,
    mode,
    phase,
    command,
    reason,
  } = args as { readonly [key: string]: string | undefined } & {
    readonly order?: number;
    readonly cartridge?: number;
  };
  const high = command ? codeOf('commands', command as CodeName<'commands'>) : codeOf('phases', phase as CodeName<'phases'>);
  const low = reason ? codeOf('reasons', reason as CodeName<'reasons'>) : codeOf('modes', mode as CodeName<'modes'>);
  return {
    eventSequence: sequence,
    eventTick: tick,
    eventName: codeOf('signals', name) * 256 + cartridge,
    eventOrder: order,
    eventDetail: high * 256 + low,
  };
}

/** The arguments that SPEC H gives each signal. */
function argsOf(name: CodeName<'signals'>, { eventName, eventOrder: order, eventDetail }: BlockValues<'ring'>): Payload | null {
  const cartridge = eventName & 0xff;
  const [high, low] = [eventDetail >>> 8, eventDetail & 0xff];
  const mode = nameOfCode('modes', low);
  switch (name) {
    case 'accepted':
    case 'moving':
    case 'dropped':
    case 'recovered':
      return { order, cartridge };
    case 'jammed':
      return mode === undefined ? null : { order, cartridge, mode };
    case 'refused': {
      const [command, reason] = [nameOfCode('commands', high), nameOfCode('reasons', low)];
      return command === undefined || reason === undefined ? null : { order, cartridge, reason, command };
    }
    case 'phase': {
      const phase = nameOfCode('phases', high);
      if (phase === undefined || (low !== 0 && mode === undefined)) return null;
      return { order, cartridge, phase, ...(mode === undefined ? {} : { mode }) };
    }
    case 'surplus':
    case 'cleared':
      return { cartridge };
    default:
      return {};
  }
}
