import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chartStateNames } from '../wire/chartStateNames.js';
import { MAGIC, WIRE_CODES } from '../wire/registerMap.js';
import { type RegisterName, registerPlace } from '../wire/registerNames.js';
import { codeOf } from '../wire/wireCodes.js';
import { formatProfileProblems, loadProfile } from './loadProfile.js';
import { profilePromises } from './profilePromises.js';
import type { RegisterProfile } from './profileSchema.js';

const loaded = loadProfile(readFileSync(new URL('../../profiles/reference.yaml', import.meta.url), 'utf8'), 'reference.yaml');
if ('problems' in loaded) throw new Error(formatProfileProblems(loaded.problems));
const profile = loaded.profile as RegisterProfile;
const at = (name: RegisterName) => registerPlace(name).address;
const watched = (name: string) => profile.watch.find((one) => one.name === name);

describe('the profile of our own board', () => {
  it('has the registers of its map', () => {
    expect(profile.identity).toEqual({ table: 'input', register: at('magic'), equals: MAGIC });
    expect(profile.token?.register).toBe(at('lastToken'));
    expect(profile['highest-order']?.register).toBe(at('order'));
    expect([profile.poll.register, profile.poll.count]).toEqual([at('inputs'), at('statusInterlock2') - at('inputs') + 1]);
    expect(profile.commands.vend.write.address).toBe(at('token'));
    expect(watched('phase')?.register).toBe(at('orderPhase'));
    expect(profile.modes.mode?.register).toBe(at('orderMode'));
    expect(watched('bolt')?.register).toBe(at('statusInterlock0'));
    for (const name of ['door', 'tamper', 'flap', 'supply']) expect(watched(name)?.register).toBe(at('inputs'));
  });

  it('has the numbers of its lists and charts', () => {
    for (const name of ['vend', 'recover', 'unlock', 'clear'] as const)
      expect(profile.commands[name]?.write.values[1]).toBe(codeOf('commands', name));
    for (const [value, { says }] of Object.entries(watched('phase')?.values ?? {}))
      expect(codeOf('phases', says as 'accepted')).toBe(Number(value));
    expect(Object.values(profile.modes.mode?.values ?? {})).toEqual(WIRE_CODES.modes);
    // In the register's high byte, behind the state of the door.
    const flapStates = Object.keys(watched('bolt')?.values ?? {}).map(
      (state) => chartStateNames().interlock([(Number(state) << 8) | 0xff])[0],
    );
    expect(flapStates).toEqual(['flap.locked', 'flap.unlocking', 'flap.unlocked', 'flap.open', 'flap.stuck']);
  });

  it('says what registers alone do not tell', () => {
    expect(profilePromises(profile)).toContain('this board never tells of a package more than asked');
  });
});
