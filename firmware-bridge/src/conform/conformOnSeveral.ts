import type { BoardLine } from './BoardLine.js';
import { CHECKS, type Finding, runConformance } from './runConformance.js';

/** The rules whose checks wait for seconds: the host's silence, then motions and starts. All others are the third share. */
const LONG: readonly (readonly string[])[] = [['W18'], ['W8', 'W12', 'W13', 'W14', 'W17', 'B1', 'B2', 'B3', 'B4', 'B7']];

/** Each check on one of three boards of one kind, which are asked at the same time: in real time that takes a third as long. */
export async function conformOnSeveral(lines: readonly [BoardLine, BoardLine, BoardLine]): Promise<Finding[]> {
  const shareOf = (rule: string) => {
    const share = LONG.findIndex((rules) => rules.includes(rule));
    return share < 0 ? LONG.length : share;
  };
  const findings = lines.map(async (line, share) => {
    const checks = CHECKS.filter(({ rule }) => shareOf(rule) === share);
    return (await runConformance(line, { armed: true, checks })).findings;
  });
  return (await Promise.all(findings)).flat();
}
