/** `npm run tidy`: the house rules over every file that is, or is about to be, committed. */

import { house } from './tidy/house.js';
import { RULES } from './tidy/rules.js';

const sources = house();
const findings = RULES.flatMap((rule) => rule.check(sources).map((finding) => ({ rule: rule.name, ...finding })));
findings.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line));
for (const { path, line, rule, message } of findings) console.log(`${path}:${line}  ${rule}  ${message}`);
console.log(`${RULES.length} house rules over ${sources.length} files: ${findings.length} to mend`);
process.exit(findings.length === 0 ? 0 : 1);
