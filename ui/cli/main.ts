import { runCommandLine } from './runCommandLine.js';

// The exit code is set and not forced, so that whatever is still on its way to a pipe arrives.
process.exitCode = await runCommandLine(process.argv.slice(2));
