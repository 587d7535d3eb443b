import { expect, it } from 'vitest';
import { missingPackage } from './missingPackage.js';

const failing = (path: string) => import(/* @vite-ignore */ path).catch((error: unknown) => error);
const notFound = (message: string) => Object.assign(new Error(message), { code: 'ERR_MODULE_NOT_FOUND' });

it('names the package that Node does not find', () => {
  expect(missingPackage(notFound("Cannot find package '@made-up/bus' imported from /a/Bus.ts"))).toBe('@made-up/bus');
  expect(missingPackage(notFound("Cannot find package 'made-up' imported from /a/Bus.ts"))).toBe('made-up');
});

it('takes no other error for a missing package', async () => {
  expect(missingPackage(notFound("Cannot find module '/a/Bus.js' imported from /a/Lane.ts"))).toBeNull();
  expect(missingPackage(new Error("Cannot find package 'made-up'"))).toBeNull();
  expect(missingPackage(await failing('./no-such-file.js'))).toBeNull();
});
