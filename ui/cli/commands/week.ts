import { renderWeekStrip } from '@dosetwin/reports';
import { unknownName, weekOf } from '@dosetwin/scenarios';
import { Exit, type ExitCode } from '../Exit.js';
import { openScenario } from '../openScenario.js';
import { Refusal } from '../Refusal.js';
import { writeText } from '../runFiles.js';
import { terminal } from '../terminal.js';

export interface WeekOptions {
  readonly site?: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** Draws a site's week from a scenario's calendars: who could help, and when nobody could. */
export function week(written: string, { site, out, json }: WeekOptions): ExitCode {
  const { spec } = openScenario(written, undefined).resolved;
  const strip = weekOf(
    spec,
    siteOf(
      spec.sites.map(({ id }) => id),
      site,
    ),
  );
  const text = json ? `${JSON.stringify(strip, null, 2)}\n` : renderWeekStrip(strip).text;
  if (out === undefined) terminal.print(text.trimEnd());
  else {
    writeText(out, text);
    terminal.print(out);
  }
  return Exit.held;
}

/** The site that was named, or the only one. */
function siteOf(sites: readonly string[], named: string | undefined): string {
  if (named !== undefined && sites.includes(named)) return named;
  if (named !== undefined) throw new Refusal(Exit.badInput, unknownName(named, 'site', sites).message);
  const [only, ...others] = sites;
  if (only === undefined || others.length > 0)
    throw new Refusal(Exit.badInput, `The scenario has ${sites.length} sites; name one with --site: ${sites.join(', ')}.`);
  return only;
}
