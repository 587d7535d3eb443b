import { Command, InvalidArgumentError, Option } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import { addRegion } from './addRegion.js';
import { LEDGER_FILE } from './boards/ledgerFile.js';
import { addCompare } from './compare/addCompare.js';
import { EXITS_IN_WORDS, type ExitCode } from './Exit.js';
import { parseSeed } from './parseSeed.js';
import { plainUsageError } from './plainUsageError.js';
import { addSize } from './size/addSize.js';
import { addWorker } from './spread/addWorker.js';

type Finish = (exit: ExitCode) => void;

/**
 * The command line: every command with its options. What a command does is loaded when it is asked for, so that `--help`
 * and a typing error cost nothing.
 */
export function program(finish: Finish): Command {
  const dosetwin = new Command('dosetwin')
    .description('A simulator and test bench for biometric medication dispensers, and for the people around them.')
    .version(manifest.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(`${plainUsageError(text)}\n`) })
    .addHelpText('after', `\n${EXITS_IN_WORDS}`);
  addStart(dosetwin, finish);
  addRun(dosetwin, finish);
  addLive(dosetwin, finish);
  addBoard(dosetwin, finish);
  addConform(dosetwin, finish);
  addLedger(dosetwin, finish);
  addReplay(dosetwin, finish);
  addDiff(dosetwin, finish);
  addCompare(dosetwin, finish);
  addSize(dosetwin, finish);
  addWorker(dosetwin, finish);
  addList(dosetwin, finish);
  addValidate(dosetwin, finish);
  addReport(dosetwin, finish);
  addCharts(dosetwin, finish);
  addWeek(dosetwin, finish);
  addIncident(dosetwin, finish);
  addImport(dosetwin, finish);
  addRegion(dosetwin, finish);
  addProbe(dosetwin, finish);
  for (const command of dosetwin.commands) command.showHelpAfterError(`Usage: dosetwin ${command.name()} ${command.usage()}`);
  const names = dosetwin.commands.map((command) => command.name()).join(', ');
  return dosetwin.showHelpAfterError(`The commands are ${names}. What each does is said by: dosetwin --help`);
}

function addStart(dosetwin: Command, finish: Finish): void {
  dosetwin
    .command('start')
    .description('serve the bench to a browser on this machine, until Ctrl-C')
    .option('--port <number>', 'the port to serve at (default: a free one from 4173 on)', parsePort)
    .option('--host <name>', 'the name to serve at; never beyond this machine', parseHost, '127.0.0.1')
    .action(async (options) => finish(await (await import('./commands/start.js')).start(options)));
}

const RUN_EXAMPLES = `Controllers, each for all machines or, as MACHINE=KIND, for one (repeatable):
  model     the twin's own charts
  emulated  the reference firmware on an emulated ATmega2560, in simulated time
  serial:PATH    a real board on a serial port, such as serial:/dev/ttyACM0
  tcp:HOST:PORT  a real board behind Modbus TCP, such as tcp:192.168.1.40:502
  profile:NAME@serial:PATH, profile:NAME@tcp:HOST:PORT
                 a board of another make, by the name or file of its profile

With a real board time runs as on the wall while an order is in flight, the door is open or a prompt waits, and as fast as
can be in between. What people do at its machine, and its faults, are prompts on stderr: do it there, then press Enter; after
freeing a cartridge type what was counted. --operator starts a program instead: each prompt is a JSON object on a line of its
standard input ({"number":1,"machine":…,"act":…,"says":…,"wantsCount":false,…}), each answer a line such as {"done":1} or
{"done":2,"onCoil":13,"rejected":1}. Motors move only with --arm, which asks whether only inert packages are loaded.

Examples:
  dosetwin run stuck-dose-no-key
  dosetwin run stuck-dose-no-key --controller emulated --out runs/on-board
  dosetwin run stuck-dose-no-key --controller harbour-house-1=serial:/dev/ttyACM0 --arm
  dosetwin diff runs/stuck-dose-no-key-41207.jsonl runs/on-board/stuck-dose-no-key-41207.jsonl`;

function addRun(dosetwin: Command, finish: Finish): void {
  dosetwin
    .command('run')
    .description('run a scenario; write its record and its report')
    .argument('<scenario>', 'a name from the list, NAME:VARIANT, or the path of a scenario file')
    .option('--controller <[machine=]kind>', 'what moves the machines, all of them or one (see below)', collect)
    .option('--arm', 'let the motors of real boards move; asks whether only inert packages are loaded')
    .option('--inert-packages-only', 'says so beforehand, for --arm')
    .option('--operator <command>', 'a program that answers the prompts of real boards, instead of a person here')
    .option('--ledger <file>', 'where the orders of real boards are kept', LEDGER_FILE)
    .option('--seed <number>', "draw all chance from this number instead of the scenario's own", parseSeed)
    .option('--out <folder>', 'where the record and the report go', 'runs')
    .addOption(new Option('--pace <pace>', 'as fast as can be, or in real time').choices(['max', '1']).default('max'))
    .option('--json', 'print one object for programs')
    .addHelpText('after', `\n${RUN_EXAMPLES}`)
    .action(async (scenario, options) => finish(await (await import('./commands/run.js')).run(scenario, options)));
}

function addLedger(dosetwin: Command, finish: Finish): void {
  const ledger = dosetwin
    .command('ledger')
    .description('show what real boards were asked for and what became of it; take signed counts')
    .option('--file <file>', 'the ledger', LEDGER_FILE)
    .option('--board <port>', 'one board, as --controller names it')
    .option('--json', 'print one object for programs')
    .action(async (options) => finish((await import('./commands/ledger.js')).ledger(options)));
  ledger
    .command('sign')
    .description('a count signed by two different people: moves packages out of unknown')
    .requiredOption('--cartridge <number>', 'the cartridge that was counted, 1 to 48', parseCartridge)
    .requiredOption('--found <number>', 'packages found on its coil', parsePackages)
    .option(
      '--rejected <number>',
      'its packages in the reject bin since it was first loaded; as in the ledger, unless given',
      parsePackages,
    )
    .requiredOption('--first <name>', 'who counted, a pseudonym')
    .requiredOption('--second <name>', 'who counted too')
    .action(async (_, command) => finish((await import('./commands/ledger.js')).signLedger(command.optsWithGlobals())));
}

const LIVE_EXAMPLES = `With a real board the run stands at its start, motors unarmed, until somebody with the link that arms lets them move in the
page, or --arm does so here. Motors move only while armed; prompts are answered here or in the page. Time runs as on the wall
while a motor turns, whatever the pace, and a pause takes hold once it rests. What was armed in the page ends when all leave
whose link arms.

Examples:
  dosetwin live stuck-dose-no-key                    in real time, on this machine alone
  dosetwin live routine-day --pace 60 --paused       a minute a second, once somebody lets it run
  dosetwin live stuck-dose-no-key --controller harbour-house-1=serial:/dev/ttyACM0
  dosetwin live routine-day --host 192.168.1.20 --token new`;

function addLive(dosetwin: Command, finish: Finish): void {
  dosetwin
    .command('live')
    .description('run a scenario here and share it with browsers as it happens, until Ctrl-C')
    .argument('<scenario>', 'a name from the list, NAME:VARIANT, or the path of a scenario file')
    .option('--controller <[machine=]kind>', 'what moves the machines, all of them or one (as for run)', collect)
    .option('--arm', 'let the motors of real boards move from the start; asks whether only inert packages are loaded')
    .option('--inert-packages-only', 'says so beforehand, for --arm')
    .option('--operator <command>', 'a program that answers the prompts of real boards; browsers may, and a person here')
    .option('--ledger <file>', 'where the orders of real boards are kept', LEDGER_FILE)
    .option('--seed <number>', "draw all chance from this number instead of the scenario's own", parseSeed)
    .option('--out <folder>', 'where the record and the report go', 'runs')
    .addOption(new Option('--pace <pace>', 'times real time').choices(['1', '10', '60', 'max']).default('1'))
    .option('--paused', 'stand at the start until somebody lets it run')
    .option('--port <number>', 'the port to serve at (default: a free one from 4173 on)', parsePort)
    .option('--host <host>', 'the address to serve at; beyond this machine it takes --token', '127.0.0.1')
    .option('--token <token>', "what a link must carry to watch: 'new' draws one, or 16 letters or more", parseToken)
    .addHelpText('after', `\n${LIVE_EXAMPLES}`)
    .action(async (scenario, options) => finish(await (await import('./commands/live.js')).live(scenario, options)));
}

const BOARD_EXAMPLES = `Examples:
  dosetwin board --modbus-tcp 1502                   for any Modbus tool: 127.0.0.1:1502, unit 1
  dosetwin board --rtu-tcp 1503 --fault hang-up@7    the wire's bytes; socat makes a serial port of them`;

function addBoard(dosetwin: Command, finish: Finish): void {
  dosetwin
    .command('board')
    .description("serve the emulated board to anyone's tools in real time, until Ctrl-C")
    .option('--modbus-tcp <port>', 'Modbus TCP on this port of 127.0.0.1, for any number of clients', parsePort)
    .option('--rtu-tcp <port>', "the wire's own bytes on this port of 127.0.0.1, for one listener", parsePort)
    .option('--cartridges <number>', 'cartridges fitted, 1 to 48', parseFitted, 48)
    .option('--packages <number>', 'packages in each, 0 to 14', parseLoad, 14)
    .option('--fault <cause@cartridge>', 'what goes wrong at its next motion, such as hang-up@7; repeatable', collect)
    .addHelpText('after', `\n${BOARD_EXAMPLES}`)
    .action(async (options) => finish(await (await import('./commands/board.js')).board(options)));
}

const CONFORM_EXAMPLES = `Examples:
  dosetwin conform --controller emulated
  dosetwin conform --controller serial:/dev/ttyACM0 --junit conform.xml
  dosetwin conform --controller serial:/dev/ttyACM0 --arm      moves motors: inert packages alone`;

function addConform(dosetwin: Command, finish: Finish): void {
  dosetwin
    .command('conform')
    .description('hold a board against each rule of firmware-bridge/PROTOCOL.md, wrong frames included')
    .requiredOption('--controller <kind>', 'the board: emulated, serial:PATH, tcp:HOST:PORT')
    .option('--arm', 'try what moves motors, bolt and flap too, on a real board; put inert packages in')
    .option('--json', 'print one object for programs')
    .option('--junit <file>', 'write the findings for CI as well')
    .addHelpText('after', `\n${CONFORM_EXAMPLES}`)
    .action(async (options) => finish(await (await import('./commands/conform.js')).conform(options)));
}

function addReplay(dosetwin: Command, finish: Finish): void {
  dosetwin
    .command('replay')
    .description('do a recorded run again, and name the first entry that differs')
    .argument('<record>', 'the path of a record')
    .option('--json', 'print one object for programs')
    .action(async (record, options) => finish((await import('./commands/replay.js')).replay(record, options)));
}

function addDiff(dosetwin: Command, finish: Finish): void {
  dosetwin
    .command('diff')
    .description('compare two records, from the dispenser up; times may differ by 40 ms')
    .argument('<record>', 'the path of a record')
    .argument('<other>', 'the path of the other')
    .option('--json', 'print one object for programs')
    .action(async (record, other, options) => finish((await import('./commands/diff.js')).diff(record, other, options)));
}

function addList(dosetwin: Command, finish: Finish): void {
  dosetwin
    .command('list')
    .description('list the scenarios and what they bring to life, and the regions to plan for')
    .option('--json', 'print one object for programs')
    .action(async (options) => finish((await import('./commands/list.js')).list(options)));
}

function addValidate(dosetwin: Command, finish: Finish): void {
  dosetwin
    .command('validate')
    .description('check scenario files and region files, and say what to mend, with line and column')
    .argument('<file...>', 'the paths of scenario files and region files, or names from the list')
    .option('--json', 'print one object for programs')
    .action(async (files, options) => finish((await import('./commands/validate.js')).validate(files, options)));
}

function addReport(dosetwin: Command, finish: Finish): void {
  dosetwin
    .command('report')
    .description('write the reports of records anew')
    .argument('<record...>', 'the paths of records')
    .addOption(
      new Option('--format <format>', 'a page for people, the same to print, measures for spreadsheets, or results for CI')
        .choices(['html', 'pdf', 'csv', 'junit'])
        .default('html'),
    )
    .option('--out <folder>', 'where the reports go (default: beside their records)')
    .option('--json', 'print one object for programs')
    .action(async (records, options) => finish((await import('./commands/report.js')).report(records, options)));
}

const CHARTS_EXAMPLES = `Examples:
  dosetwin charts                                    what there is
  dosetwin charts cartridge --out cartridge.svg      a picture of one
  dosetwin charts link --format mermaid              a text that wikis and repositories draw
  dosetwin charts session --format scxml --out session.scxml`;

function addCharts(dosetwin: Command, finish: Finish): void {
  dosetwin
    .command('charts')
    .description('list the charts, or draw one from the tables by which it runs')
    .argument('[name]', 'the name of a chart')
    .addOption(
      new Option('--format <format>', 'a picture, a text for Mermaid, or W3C SCXML')
        .choices(['svg', 'mermaid', 'scxml'])
        .default('svg'),
    )
    .option('--out <file>', 'where the chart goes (default: it is printed)')
    .option('--json', 'print the tables themselves, or the list, as one object for programs')
    .addHelpText('after', `\n${CHARTS_EXAMPLES}`)
    .action(async (name, options) => finish(await (await import('./commands/charts.js')).charts(name, options)));
}

function addIncident(dosetwin: Command, finish: Finish): void {
  dosetwin
    .command('incident')
    .description("write what befell a machine in a record as the faults of another site's scenario")
    .argument('<record>', 'the path of a record')
    .option('--from <machine>', 'which machine of the record, where it has several')
    .option('--machine <machine>', 'the machine that it is to befall (default: the same name)')
    .option('--out <file>', 'where the faults go (default: they are printed)')
    .option('--json', 'print one object for programs')
    .action(async (record, options) => finish((await import('./commands/incident.js')).incident(record, options)));
}

const WEEK_EXAMPLES = `Examples:
  dosetwin week stuck-dose-no-key --out week.svg     the week around a scenario
  dosetwin week desk-in-another-zone:thunder-bay --out week.svg`;

function addWeek(dosetwin: Command, finish: Finish): void {
  dosetwin
    .command('week')
    .description("draw a site's week: desk, key holders, and the hours in which nobody can help")
    .argument('<scenario>', 'a name from the list, NAME:VARIANT, or the path of a scenario file')
    .option('--site <site>', 'which site, where the scenario has several')
    .option('--out <file>', 'where the picture, an SVG, goes (default: it is printed)')
    .option('--json', 'print the week itself as one object for programs')
    .addHelpText('after', `\n${WEEK_EXAMPLES}`)
    .action(async (scenario, options) => finish((await import('./commands/week.js')).week(scenario, options)));
}

const IMPORT_EXAMPLES = `The lists are people, shifts, sites and tickets: a folder of CSV files, single files, or the sheets of a workbook (.xlsx).
Names, birth dates and health numbers are refused, ids are replaced, counts under 5 are hidden, and nothing leaves this
machine. The columns are in docs/your-own-week.md, and what dosetwin must not be used for in docs/not-for.md.

Examples:
  dosetwin import --template runs/our-week           empty lists to fill in
  dosetwin import runs/our-week --out runs/our-week.yaml
  dosetwin run runs/our-week.yaml
  dosetwin import docs/examples/own-week/tickets.csv delays fitted to a log of tickets alone`;

function addImport(dosetwin: Command, finish: Finish): void {
  dosetwin
    .command('import')
    .description("make a scenario of a site's own week, or fit the delays of a log of tickets")
    .argument('[path...]', 'a folder, CSV files, or workbooks')
    .option(
      '--out <file>',
      'where the scenario goes (default: runs/own-week.yaml), or the fits of tickets alone (default: printed)',
    )
    .option('--template <folder>', 'write lists that have a header and nothing else')
    .option('--json', 'print one object for programs')
    .addHelpText('after', `\n${IMPORT_EXAMPLES}`)
    .action(async (paths, options) => finish(await (await import('./commands/import.js')).importLists(paths, options)));
}

function addProbe(dosetwin: Command, finish: Finish): void {
  dosetwin
    .command('probe')
    .description('find out what stands at a serial port or TCP address, without moving anything')
    .argument('<wire>', 'a port such as /dev/ttyACM0, or tcp:HOST:PORT')
    .option(
      '--profile <name>',
      "ask for the status line of this profile, by its name or file, instead of our own board's identity",
    )
    .option('--listen <seconds>', 'how long to listen before a word and after it, 0.2 to 60', parseListen, 1.5)
    .option('--json', 'print one object for programs')
    .action(async (wire, options) => finish(await (await import('./commands/probe.js')).probe(wire, options)));
}

function parseListen(text: string): number {
  const seconds = /^\d{1,2}(\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
  if (seconds >= 0.2 && seconds <= 60) return seconds;
  throw new InvalidArgumentError('A number of seconds from 0.2 to 60 was expected.');
}

function parseCartridge(text: string): number {
  const cartridge = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  if (cartridge >= 1 && cartridge <= 48) return cartridge;
  throw new InvalidArgumentError('A cartridge from 1 to 48 was expected.');
}

function parsePackages(text: string): number {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('A whole number of packages from 0 to 9999 was expected.');
}

function parseFitted(text: string): number {
  return parseWithin(text, 1, 48);
}

function parseLoad(text: string): number {
  return parseWithin(text, 0, 14);
}

function parseWithin(text: string, least: number, most: number): number {
  const number = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new InvalidArgumentError(`A whole number from ${least} to ${most} was expected.`);
}

function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 1 && port <= 65_535) return port;
  throw new InvalidArgumentError('A whole number from 1 to 65535 was expected.');
}

function parseHost(text: string): string {
  if (['127.0.0.1', 'localhost'].includes(text)) return text;
  throw new InvalidArgumentError('The bench is served on this machine alone: 127.0.0.1 or localhost was expected.');
}

function parseToken(text: string): string {
  if (text === 'new' || /^[\w-]{16,100}$/.test(text)) return text;
  throw new InvalidArgumentError("'new', or 16 to 100 letters, digits, _ and - were expected.");
}

function collect(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}
