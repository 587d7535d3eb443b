/** The emulated board in real time, its wire on a TCP port: says the port, then what motors and packages do, a JSON line each. */

import { writeSync } from 'node:fs';
import { serveBoard } from '../../node/serveBoard.js';
import { LOADED } from '../CampaignRig.js';

const say = (what: unknown) => writeSync(1, `${JSON.stringify(what)}\n`);
const served = await serveBoard({
  packages: LOADED,
  rtuTcpPort: 0,
  onEntry: ({ kind, payload }) => {
    if (kind === 'drive' || kind === 'release' || kind === 'land') say({ kind, ...payload });
  },
  onFault: (error) => {
    say({ kind: 'fault', error: String(error) });
    process.exit(1);
  },
});
say({ kind: 'port', port: served.rtuTcpPort });
