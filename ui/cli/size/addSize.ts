import { type Command, InvalidArgumentError } from 'commander';
import type { ExitCode } from '../Exit.js';
import { parseSeed } from '../parseSeed.js';
import { parseWorkers } from '../parseWorkers.js';
import { addNats } from '../spread/addNats.js';

const EXAMPLES = `The answer is the least number of machines whose plan holds all targets of the region in the share of futures that it asks
for. Every figure that is not known is drawn anew in each future; all plans meet the same futures. Without --out the report goes to
runs/size-REGION-SEED.html, with the plans as .csv and the map as .geojson beside it.

A spreadsheet has places with their people at least: the columns name, latitude, longitude and people. Sites, ways and wishes are
further sheets; what is left out is assumed, and told. docs/regions.md has every column. Nothing leaves this machine.

Ctrl-C keeps what is done, and --resume goes on with it. The digits are the same with any number of workers, here or elsewhere.

Examples:
  dosetwin size northern-ontario
  dosetwin size interior-bc --machines 10-30 --precision 0.03
  dosetwin size --template runs/our-region.xlsx
  dosetwin size runs/our-region.xlsx --seed 7 --pdf
  dosetwin size our-towns.csv our-sites.csv --zone America/Toronto
  dosetwin size northern-ontario --resume
  dosetwin size northern-ontario --nats nats://192.168.1.20:4222
  dosetwin size northern-ontario --json`;

/** `dosetwin size`: its words and options; what it does is loaded when it is asked for. */
export function addSize(dosetwin: Command, finish: (exit: ExitCode) => void): void {
  const size = dosetwin
    .command('size')
    .description('say how many machines a region needs, where, and how sure that is')
    .argument('[region...]', 'northern-ontario, interior-bc, a spreadsheet (.xlsx, or .csv files), or a region file (.yaml)')
    .option('--template [file]', 'write a spreadsheet to fill in, and nothing else (default: runs/own-region.xlsx)')
    .option('--zone <zone>', 'the time zone of places in a spreadsheet whose row has none, such as America/Toronto')
    .option('--machines <from-to>', 'how many machines to look at, such as 5-20 (default: chosen from the region)', parseMachines)
    .option('--seed <number>', 'draw all chance from this number', parseSeed, 1)
    .option('--precision <share>', 'go on until the share of futures that decides is known to ± this', parsePrecision, 0.05)
    .option('--workers <number>', 'worker threads here (default: as many as cores; with --nats none)', parseWorkers)
    .option('--resume', 'go on with a study of this region and seed that was stopped')
    .option('--pdf', 'print the report as PDF too, by a Chromium of this machine')
    .option('--out <folder>', 'where the report and its files go', 'runs')
    .option('--json', 'print one object for programs: answer, digest, plans, report');
  addNats(size, 'let workers on other machines simulate (dosetwin worker), over NATS JetStream')
    .addHelpText('after', `\n${EXAMPLES}`)
    .action(async (region, options) => finish(await (await import('../commands/size.js')).size(region, options)));
}

function parseMachines(text: string): readonly [number, number] {
  const [, from = '', to = from] = /^(\d{1,3})(?:-(\d{1,3}))?$/.exec(text) ?? [];
  const [least, most] = [Number(from), Number(to)];
  if (from !== '' && least >= 1 && most >= least && most <= 200) return [least, most];
  throw new InvalidArgumentError('Two whole numbers from 1 to 200 were expected, the least first, such as 5-20.');
}

function parsePrecision(text: string): number {
  const precision = /^0?\.\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (precision >= 0.005 && precision <= 0.2) return precision;
  throw new InvalidArgumentError('A share from 0.005 to 0.2 was expected, such as 0.05.');
}
