import type { ExpectationResult, RunRecord } from '@dosetwin/scenarios';
import type { TraceEntry } from '@dosetwin/twin';
import { type Markup, markup } from './markup/Markup.js';

/**
 * A record as JUnit XML, in the shape that continuous-integration services read: one suite a scenario, one case an
 * expectation. `never` and `shows` fail or pass; a target never fails: its verdict stands in its output, and in a property of
 * the suite, since the usual schema knows properties there alone. An unfinished record is one case that ends in an error. `time` is the run's simulated seconds.
 */
export function renderJUnit(record: RunRecord): string {
  const { header, end } = record;
  const results = end?.expectations ?? [];
  const failures = results.filter(({ verdict }) => verdict === 'failed').length;
  const name = header.variant === null ? header.scenario : `${header.scenario}/${header.variant}`;
  const time = seconds(end?.measures.end_us ?? record.entries.at(-1)?.t_us ?? 0);
  const errors = end === null ? 1 : 0;
  const tests = end === null ? 1 : results.length;
  const counts = markup`tests="${tests}" failures="${failures}" errors="${errors}"`;
  return markup`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="dosetwin" ${counts} time="${time}">
  <testsuite name="${name}" ${counts} skipped="0" time="${time}">
    <properties>
${properties(record).map(([key, value]) => markup`      <property name="${key}" value="${value}"/>\n`)}    </properties>
${end === null ? unfinished(record, name) : results.map((result) => testCase(result, record, name))}  </testsuite>
</testsuites>
`.text;
}

function properties({ header, end }: RunRecord): [string, string][] {
  return [
    ['title', header.title],
    ['seed', String(header.seed)],
    ['outcome', end?.outcome ?? 'unfinished'],
    ...(end?.expectations ?? [])
      .filter(({ expectation }) => expectation.kind === 'target')
      .map(({ says, verdict }): [string, string] => [says, verdict]),
    ...(end === null
      ? []
      : ([
          ['digest', end.digest],
          ['controllerDigest', end.controllerDigest],
        ] as [string, string][])),
    ...Object.entries(header.versions).map(([part, version]): [string, string] => [`version.${part}`, version]),
    ...Object.entries(header.controllers).map(([machine, controller]): [string, string] => [`controller.${machine}`, controller]),
  ];
}

function testCase(result: ExpectationResult, record: RunRecord, suite: string): Markup {
  const { expectation, verdict, says } = result;
  const isTarget = expectation.kind === 'target';
  const failure =
    verdict === 'failed' &&
    markup`      <failure message="${result.found}" type="${expectation.kind}">${evidence(result, record)}</failure>\n`;
  const output = markup`      <system-out>${isTarget && `target ${verdict}: `}${result.found}${verdict !== 'failed' && result.evidence.length > 0 && `\n${evidence(result, record)}`}</system-out>\n`;
  return markup`    <testcase name="${says}" classname="${suite}.${expectation.kind}" time="${seconds(within_us(result))}">
${failure}${output}    </testcase>
`;
}

function unfinished(record: RunRecord, suite: string): Markup {
  const entries = record.entries.length;
  return markup`    <testcase name="the run comes to its end" classname="${suite}.record" time="0">
      <error message="the record is unfinished: it has ${entries} entries and no end, so nothing was judged" type="unfinished"/>
    </testcase>
`;
}

/** The entries that decided, in their canonical order: `entry 20 at 17520.000000 s, harbour-house-1/ticket door-opened {…}`. */
function evidence({ evidence: indices }: ExpectationResult, { entries }: RunRecord): string {
  return indices
    .map((index) => (entries[index] ? evidenceLine(index, entries[index] as TraceEntry) : `entry ${index} is not in the record`))
    .join('\n');
}

function evidenceLine(index: number, { t_us, source, kind, payload }: TraceEntry): string {
  return `entry ${index} at ${seconds(t_us)} s: ${source} ${kind} ${JSON.stringify(payload, Object.keys(payload).sort())}`;
}

/** How long the expectation watched; a `never` watches the whole run, which the suite's time has. */
function within_us({ expectation }: ExpectationResult): number {
  return expectation.kind === 'never' ? 0 : expectation.within_us;
}

/** Microseconds as seconds with six decimals, written without floating point. */
function seconds(t_us: number): string {
  const whole = Math.floor(t_us / 1_000_000);
  return `${whole}.${String(t_us - whole * 1_000_000).padStart(6, '0')}`;
}
