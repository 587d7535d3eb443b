import { expect, it } from 'vitest';
import { plainUsageError } from './plainUsageError.js';

it('a wrong word is told on one line, with the near one', () => {
  expect(plainUsageError("error: unknown command 'rnu'\n(Did you mean run?)\n")).toBe("unknown command 'rnu'; did you mean run?");
  expect(plainUsageError("error: unknown option '--x'\n(Did you mean one of --a, --b?)")).toBe(
    "unknown option '--x'; did you mean --a, --b?",
  );
  expect(plainUsageError("error: unknown option '--format'")).toContain('written by: dosetwin report RECORD --format html');
  expect(plainUsageError("error: missing required argument 'scenario'\n")).toBe("missing required argument 'scenario'");
});
