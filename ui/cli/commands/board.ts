import { createInterface } from 'node:readline';
import { ACT_FORMS, BadAct, type BenchFault, parseAct, parseFault } from '@dosetwin/firmware-bridge';
import { type ServedBoard, serveBoard } from '@dosetwin/firmware-bridge/node';
import { Exit, type ExitCode } from '../Exit.js';
import { Refusal } from '../Refusal.js';
import { StopSignal } from '../StopSignal.js';
import { terminal } from '../terminal.js';

export interface BoardOptions {
  readonly rtuTcp?: number;
  readonly modbusTcp?: number;
  readonly cartridges: number;
  readonly packages: number;
  readonly fault?: readonly string[];
}

/** Serves the emulated board to anyone's tools until Ctrl-C, in real time. */
export async function board(options: BoardOptions): Promise<ExitCode> {
  if (options.rtuTcp === undefined && options.modbusTcp === undefined) {
    throw new Refusal(Exit.badInput, 'On which port? Give --modbus-tcp, --rtu-tcp, or both.');
  }
  let onFault: (error: unknown) => void = () => {};
  const failed = new Promise<never>((_resolve, reject) => {
    onFault = reject;
  });
  const served = await serve(options, onFault);
  const stop = new StopSignal();
  const lines = createInterface({ input: process.stdin });
  try {
    tellPorts(served);
    lines.on('line', (line) => obey(line, served));
    await Promise.race([stop.given, failed]);
    const { meanMs, worstMs } = served.drift;
    terminal.tell(
      `Closed. The board lagged ${meanMs.toFixed(2)} ms behind the clock on average, ${worstMs.toFixed(1)} ms at worst.`,
    );
    return Exit.stopped;
  } finally {
    lines.close();
    await served.close();
    stop.release();
  }
}

async function serve(options: BoardOptions, onFault: (error: unknown) => void): Promise<ServedBoard> {
  const { rtuTcp, modbusTcp, cartridges, packages, fault = [] } = options;
  const faults = fault.map((text) => faultOf(text, cartridges));
  try {
    return await serveBoard({
      cartridges,
      packages,
      faults,
      ...(rtuTcp !== undefined && { rtuTcpPort: rtuTcp }),
      ...(modbusTcp !== undefined && { modbusTcpPort: modbusTcp }),
      onFault,
    });
  } catch (error) {
    const { code, port } = error as NodeJS.ErrnoException & { port?: number };
    if (code === 'EADDRINUSE') throw new Refusal(Exit.environment, `Port ${port} is in use on this machine. Choose another.`);
    if (code === 'EACCES') throw new Refusal(Exit.environment, `Port ${port} is not yours to open; those from 1024 on may be.`);
    throw error;
  }
}

function faultOf(text: string, cartridges: number): BenchFault {
  try {
    return parseFault(text, cartridges);
  } catch (error) {
    if (error instanceof BadAct) throw new Refusal(Exit.badInput, error.message);
    throw error;
  }
}

/** Addresses for programs go to stdout, one a line, and what they are for to stderr. */
function tellPorts({ rtuTcpPort, modbusTcpPort }: ServedBoard): void {
  if (modbusTcpPort !== null) {
    terminal.print(`modbus-tcp 127.0.0.1:${modbusTcpPort}`);
    terminal.tell(`Identity and counters: mbpoll -m tcp -a 1 -0 -t 3 -r 0 -c 8 -1 -p ${modbusTcpPort} 127.0.0.1`);
  }
  if (rtuTcpPort !== null) {
    terminal.print(`rtu-tcp 127.0.0.1:${rtuTcpPort}`);
    terminal.tell(`As a serial port: socat pty,raw,echo=0,link=board tcp:127.0.0.1:${rtuTcpPort},nodelay`);
  }
  if (modbusTcpPort !== null && rtuTcpPort !== null)
    terminal.tell('Both are ends of one wire: two masters at once spoil it, as on a real one.');
  terminal.tell("The mechanism takes a line at a time from here: 'help' lists them. Ctrl-C closes.");
}

function obey(line: string, served: ServedBoard): void {
  const text = line.trim();
  if (text === '') return;
  if (text === 'help')
    return terminal.tell(
      `${ACT_FORMS.join('\n')}\nshow 7                      where the packages of cartridge 7 are\ndrift                       how far the board lags behind the clock`,
    );
  const shown = /^show (\d{1,2})$/.exec(text);
  const cartridge = Number(shown?.[1]);
  if (cartridge >= 1 && cartridge <= served.board.cartridges) return terminal.tell(inWords({ ...served.board.truth(cartridge) }));
  if (text === 'drift') return terminal.tell(inWords({ ...served.drift }));
  try {
    served.paced.act(parseAct(text, served.board.cartridges));
  } catch (error) {
    if (!(error instanceof BadAct)) throw error;
    terminal.tell(error.message);
  }
}

function inWords(values: Readonly<Record<string, number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} ${Math.round(value * 100) / 100}`)
    .join(', ');
}
