import type { TraceEntry } from '@dosetwin/twin';

/** A package as the mechanism has it: whose order moved it, and whether the beam broke for it. */
interface Package {
  readonly cartridge: number;
  readonly order: number;
  readonly seen: boolean;
}

interface Machine {
  /** The order that moved each cartridge last. */
  readonly orders: Map<number, number>;
  /** Packages released and not yet landed, by cartridge, the first to land first. */
  readonly falling: Map<number, Package[]>;
  box: Package[];
  /** The order whose drop the host saw last, and for which the flap was released. */
  released: number;
}

/**
 * SPEC H10, by the mechanism's truth: every take from the box that removed a package of another order than the one for which
 * the flap was released, in words. A package that fell past an unbroken beam deceives the host, and is not held against it.
 */
export function strangeTakes(entries: readonly TraceEntry[]): { readonly takes: number; readonly strange: string[] } {
  const machines = new Map<string, Machine>();
  const breaks = new Set(
    entries
      .filter(({ kind, payload }) => kind === 'beam' && payload.broken === true)
      .map(({ source, t_us }) => `${source} ${t_us}`),
  );
  let takes = 0;
  const strange: string[] = [];
  for (const { t_us, source, kind, payload } of entries) {
    const [id = '', part = ''] = source.split('/');
    const machine: Machine = machines.get(id) ?? { orders: new Map(), falling: new Map(), box: [], released: 0 };
    machines.set(id, machine);
    const cartridge = Number(payload.cartridge ?? 0);
    if (part === 'mailbox' && payload.phase === 'moving') machine.orders.set(cartridge, Number(payload.order));
    if (part === 'hinge' && kind === 'command' && payload.name === 'unlock') machine.released = Number(payload.order);
    if (part !== 'mechanism') continue;
    if (kind === 'release') {
      const seen = breaks.has(`${source} ${t_us + Number(payload.fall_us)}`);
      const one = { cartridge, order: machine.orders.get(cartridge) ?? 0, seen };
      machine.falling.set(cartridge, [...(machine.falling.get(cartridge) ?? []), one]);
    } else if (kind === 'land') {
      const one = machine.falling.get(cartridge)?.shift();
      if (one && payload.in === 'box') machine.box.push(one);
    } else if (kind === 'free') machine.box = machine.box.filter((one) => one.cartridge !== cartridge);
    else if (kind === 'empty-box') machine.box = [];
    else if (kind === 'take') {
      if (machine.box.length > 0) takes += 1;
      const others = machine.box.filter(({ order, seen }) => seen && order !== machine.released);
      if (others.length > 0)
        strange.push(
          `${id} at ${t_us} µs: the flap was released for order ${machine.released}, taken: ${JSON.stringify(machine.box)}`,
        );
      machine.box = [];
    }
  }
  return { takes, strange };
}
