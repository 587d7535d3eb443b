import { BadController, type Controller, parseController, type Reading, readingOf } from '@dosetwin/firmware-bridge';
import { type Probed, probeWire, profileNames, readProfile } from '@dosetwin/firmware-bridge/node';
import { Exit, type ExitCode } from '../Exit.js';
import { Refusal } from '../Refusal.js';
import { terminal } from '../terminal.js';

export interface ProbeCommandOptions {
  readonly profile?: string;
  readonly listen: number;
  readonly json?: boolean;
}

/** Says what stands at a wire, and which controller to run it as. Nothing that it sends can move anything. */
export async function probe(written: string, { profile, listen, json }: ProbeCommandOptions): Promise<ExitCode> {
  try {
    const wire = wireOf(written);
    const asked = profile === undefined ? null : readProfile(profile);
    const ask = asked === null ? null : readingOf(asked);
    if (asked !== null && ask === null)
      throw new BadController(`the profile '${asked.name}' speaks Modbus, whose identity is read anyway: leave --profile out`);
    const profiles = [...profileNames().map(readProfile), ...(asked === null ? [] : [asked])];
    const onStep = (says: string) => terminal.tell(`${written}: ${says}`);
    const probed = await probeWire({ wire, listenMs: listen * 1_000, profiles, ask, onStep });
    const { found, run } = inWords(probed, written.replace(/^(?!tcp:|serial:)/, 'serial:'), ask, profile);
    if (json) terminal.printJson({ wire: written, ...probed, says: found, controller: run });
    else terminal.print(run === null ? found : `${found}\nRun it by: --controller ${run}`);
    return ['dosetwin', 'modbus', 'text'].includes(probed.is) ? Exit.held : Exit.environment;
  } catch (error) {
    if (error instanceof BadController) throw new Refusal(Exit.badInput, error.message);
    throw error;
  }
}

function wireOf(written: string): Controller {
  const wire = parseController(/^(tcp|serial):/.test(written) ? written : `serial:${written}`);
  if (wire.kind === 'serial' || wire.kind === 'tcp') return wire;
  throw new BadController(`${written} is no wire; a port such as /dev/ttyACM0, or tcp:HOST:PORT, was expected`);
}

const version = (number: number) => `${number >>> 8}.${number & 0xff}`;

interface InWords {
  readonly found: string;
  /** As which controller it can be run; `null`: as none. */
  readonly run: string | null;
}

/** @param asked the profile as it was written, whose reading was asked for */
function inWords(probed: Probed, controller: string, ask: Reading | null, asked?: string): InWords {
  switch (probed.is) {
    case 'dosetwin': {
      const { mapVersion, firmwareVersion, cartridges, boots } = probed.identity;
      const found = `A dosetwin board: firmware ${version(firmwareVersion)}, register map ${version(mapVersion)}, ${cartridges} cartridges, start ${boots} of its life.`;
      if (probed.fits) return { found, run: controller };
      return { found: `${found} This dosetwin reads another register map: flash the firmware that came with it.`, run: null };
    }
    case 'modbus':
      return {
        found: `A Modbus device that is no dosetwin board (${probed.answered}). It needs a profile of its own.`,
        run: null,
      };
    case 'text': {
      const sample = probed.sample.map((line) => `  ${line}`).join('\n');
      const [name] = probed.profiles;
      const fitting = ask !== null && probed.profiles.includes(ask.name) ? asked : name;
      const unknown = ask === null ? 'No profile knows them' : `They are no answer of the profile '${ask.name}'`;
      const fits =
        fitting === undefined
          ? `${unknown}: write one for this board (firmware-bridge/profiles/README.md).`
          : `The profile '${fitting}' knows them.`;
      return {
        found: `Text lines at ${probed.baud} baud:\n${sample}\n${fits}`,
        run: fitting === undefined ? null : `profile:${fitting}@${controller}`,
      };
    }
    case 'noise':
      return {
        found: `${probed.bytes} bytes that are no text at ${probed.baud} baud: the board may speak at another rate.`,
        run: null,
      };
    case 'silence':
      return {
        found:
          ask === null
            ? 'Silence: nobody spoke, and nobody answered. If its profile is known, --profile NAME asks by it.'
            : `Silence: nobody spoke, and nobody answered '${ask.send}' at ${ask.transport.baud} baud. Is the board powered, and is this its port?`,
        run: null,
      };
    default:
      return { found: probed.says, run: null };
  }
}
