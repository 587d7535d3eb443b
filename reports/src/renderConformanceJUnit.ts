import type { Conformance, Finding } from '@dosetwin/firmware-bridge';
import { markup } from './markup/Markup.js';

/** What was found of a board as JUnit XML, as continuous-integration services read it: one case a check, by its rule. */
export function renderConformanceJUnit(controller: string, { findings, broken, notTried }: Conformance): string {
  const counts = markup`tests="${findings.length}" failures="${broken}" errors="0"`;
  return markup`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="dosetwin conform" ${counts}>
  <testsuite name="${controller}" ${counts} skipped="${notTried}">
${findings.map(testCase)}  </testsuite>
</testsuites>
`.text;
}

function testCase({ rule, tries, verdict, says, evidence }: Finding) {
  const body =
    verdict === 'broken'
      ? markup`      <failure message="${says}" type="${rule}">${evidence.join('\n')}</failure>\n`
      : verdict === 'not tried'
        ? markup`      <skipped message="${says}"/>\n`
        : says !== '' && markup`      <system-out>${says}</system-out>\n`;
  return markup`    <testcase name="${rule}: ${tries}" classname="conform.${rule}">
${body}    </testcase>
`;
}
