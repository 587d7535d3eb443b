import type { Command } from 'commander';
import type { ExitCode } from './Exit.js';

const EXAMPLES = `Places with their people are enough to begin with: the columns name, latitude, longitude and people. What is left out is
assumed, and told. The columns are in docs/regions.md, and nothing leaves this machine.

Examples:
  dosetwin region --template runs/our-region.yaml     two fictional places, to be changed piece by piece
  dosetwin region our-towns.csv --zone America/Toronto --out runs/our-region.yaml
  dosetwin validate runs/our-region.yaml`;

/** `dosetwin region`: its words and options; what it does is loaded when it is asked for. */
export function addRegion(dosetwin: Command, finish: (exit: ExitCode) => void): void {
  dosetwin
    .command('region')
    .description("make a region to plan for of a planner's own lists: places and people, and what else is known")
    .argument('[path...]', 'CSV files, or a workbook (.xlsx) with a sheet called places')
    .option('--out <file>', 'where the region file goes, its lists beside it (default: runs/own-region.yaml)')
    .option('--zone <zone>', 'the time zone of places whose row has none, such as America/Toronto')
    .option('--title <words>', 'what the region is called')
    .option('--template <file>', 'write files to be filled in, and nothing else: .xlsx, .csv or .yaml')
    .option('--json', 'print one object for programs')
    .addHelpText('after', `\n${EXAMPLES}`)
    .action(async (paths, options) => finish(await (await import('./commands/region.js')).region(paths, options)));
}
