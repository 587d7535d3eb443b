/** Prints the digests of every scenario of the library by name, each run once in this process; a record's header follows from them. */

import { recordRun } from '@dosetwin/scenarios';
import { libraryNames } from '@dosetwin/scenarios/node/library';
import { openScenario } from '../openScenario.js';

const digests = libraryNames().map((written) => {
  const { name, scenario, resolved } = openScenario(written, undefined);
  const { run } = recordRun({ name, source: scenario.text, resolved });
  run.runUntil(resolved.spec.length_us);
  const { upper, lower } = run.digests;
  return [written, { digest: upper, controllerDigest: lower }] as const;
});
process.stdout.write(JSON.stringify(Object.fromEntries(digests)));
