import './hands.css';
import { useState } from 'react';
import { Sheet } from '../sheet/Sheet.js';
import { useBench } from '../store/bench.js';
import { act } from '../store/client.js';
import { usePose } from '../store/usePose.js';
import { say } from '../text/say.js';
import { hourMinuteSecond } from '../time/localTime.js';
import { useClock } from '../time/useClock.js';

interface Hand {
  readonly kind: string;
  readonly needsDoor: boolean;
  readonly takes: 'nothing' | 'cartridge' | 'packages';
}

/** The hands of the hinge, and what each needs. */
const HANDS: readonly Hand[] = [
  { kind: 'open-door', needsDoor: false, takes: 'nothing' },
  { kind: 'close-door', needsDoor: true, takes: 'nothing' },
  { kind: 'take', needsDoor: false, takes: 'nothing' },
  { kind: 'free', needsDoor: true, takes: 'cartridge' },
  { kind: 'load', needsDoor: true, takes: 'packages' },
  { kind: 'clean-beam', needsDoor: true, takes: 'nothing' },
  { kind: 'free-flap', needsDoor: true, takes: 'nothing' },
];

const CAUSES = [
  'hang-up',
  'stall-by-current',
  'stall-by-cam',
  'misalignment',
  'double-feed',
  'blind-beam',
  'blocked-chute-door',
] as const;
const AT_ONCE: readonly string[] = ['blind-beam', 'blocked-chute-door'];
const ROLES = ['engineer', 'site-staff', 'pharmacist', 'nurse', 'technician'] as const;
const CARTRIDGES = 48;
const LANE = 14;

/** What a person does to the machine, and what may go wrong with it: each becomes an input of the record. */
export function HandsSheet() {
  const woundBack = useBench((state) => state.playhead_us < state.horizon_us);
  const playhead_us = useBench((state) => state.playhead_us);
  const machine = useBench((state) => state.machine);
  const pose = usePose();
  const clock = useClock();
  const [chosen, setChosen] = useState(pose.focusCartridge ?? 1);
  const [packages, setPackages] = useState(LANE);
  const [role, setRole] = useState<string>(ROLES[0]);
  const time = hourMinuteSecond(clock(playhead_us));
  const doorOpen = pose.doorDeg > 1;
  const args = (hand: Hand) => ({
    ...(hand.takes === 'nothing' ? {} : { cartridge: chosen }),
    ...(hand.takes === 'packages' ? { packages } : {}),
  });
  return (
    <Sheet title={say('hands.title')} size="small">
      <div className="sheet-body hands">
        <p className={woundBack ? 'hands-about hands-branch' : 'hands-about'}>
          {say(woundBack ? 'hands.aboutBranch' : 'hands.about', { time })}
        </p>
        <div className="hands-choices">
          <label>
            {say('hands.cartridge')}
            <input
              type="number"
              min={1}
              max={pose.cartridges.length || CARTRIDGES}
              value={chosen}
              onChange={(event) => setChosen(Number(event.target.value))}
            />
          </label>
          <label>
            {say('hands.packages')}
            <input type="number" min={1} max={LANE} value={packages} onChange={(event) => setPackages(Number(event.target.value))} />
          </label>
          <label>
            {say('hands.role')}
            <select value={role} onChange={(event) => setRole(event.target.value)}>
              {ROLES.map((one) => (
                <option key={one} value={one}>
                  {say(`hands.roles.${one}`)}
                </option>
              ))}
            </select>
          </label>
        </div>
        <h3>{say('hands.hands')}</h3>
        <ul className="hands-list">
          {HANDS.map((hand) => (
            <Deed
              key={hand.kind}
              says={say(`hands.do.${hand.kind}`)}
              about={hand.needsDoor && !doorOpen ? say('hands.needsDoor') : ''}
              disabled={hand.needsDoor !== doorOpen && hand.kind !== 'take'}
              onDo={() => act([{ role, kind: hand.kind, machine, ...args(hand) }])}
            />
          ))}
        </ul>
        <h3>{say('hands.faults')}</h3>
        <ul className="hands-list">
          {CAUSES.map((cause) => (
            <Deed
              key={cause}
              says={say(`hands.fault.${cause}`)}
              about={say(AT_ONCE.includes(cause) ? 'hands.atOnce' : 'hands.takesHold')}
              disabled={false}
              onDo={() => act([{ role, kind: 'fault', machine, cartridge: chosen, cause }])}
            />
          ))}
        </ul>
      </div>
    </Sheet>
  );
}

interface DeedProps {
  readonly says: string;
  readonly about: string;
  readonly disabled: boolean;
  readonly onDo: () => void;
}

function Deed({ says, about, disabled, onDo }: DeedProps) {
  return (
    <li>
      <button type="button" disabled={disabled} onClick={onDo}>
        <span>{says}</span>
        <span className="hands-note">{about}</span>
      </button>
    </li>
  );
}
