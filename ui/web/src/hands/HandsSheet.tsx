import './hands.css';
import { useState } from 'react';
import { useLive } from '../live/liveStore.js';
import { Sheet } from '../sheet/Sheet.js';
import { useBench } from '../store/bench.js';
import { act } from '../store/client.js';
import { usePose } from '../store/usePose.js';
import { say } from '../text/say.js';
import { hourMinuteSecond } from '../time/localTime.js';
import { useClock } from '../time/useClock.js';

interface Hand {
  readonly hand: string;
  readonly needsDoor: boolean;
  readonly takes: 'nothing' | 'cartridge' | 'packages';
}

/** The hands of the hinge, and what each needs. */
const HANDS: readonly Hand[] = [
  { hand: 'open-door', needsDoor: false, takes: 'nothing' },
  { hand: 'close-door', needsDoor: true, takes: 'nothing' },
  { hand: 'take', needsDoor: false, takes: 'nothing' },
  { hand: 'empty-box', needsDoor: true, takes: 'nothing' },
  { hand: 'free', needsDoor: true, takes: 'cartridge' },
  { hand: 'load', needsDoor: true, takes: 'packages' },
  { hand: 'unload', needsDoor: true, takes: 'packages' },
  { hand: 'clean-beam', needsDoor: true, takes: 'nothing' },
  { hand: 'free-flap', needsDoor: true, takes: 'nothing' },
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
const LANE = 14;

/** What a person does to the machine, and what may go wrong with it: each becomes an input of the record. */
export function HandsSheet() {
  const focus = usePose().focusCartridge;
  const [choice, setChoice] = useState<Choice>({ cartridge: focus ?? 1, packages: LANE, role: ROLES[0] });
  return (
    <Sheet title={say('hands.title')} size="small">
      <div className="sheet-body hands">
        <About />
        <Choices choice={choice} onChoose={setChoice} />
        <h3>{say('hands.hands')}</h3>
        <Hands choice={choice} />
        <h3>{say('hands.faults')}</h3>
        <Faults choice={choice} />
      </div>
    </Sheet>
  );
}

/** When it takes hold: at the instant shown, as a branch where that lies behind; in a live run, when it reaches the run. */
function About() {
  const woundBack = useBench((state) => state.playhead_us < state.horizon_us);
  const playhead_us = useBench((state) => state.playhead_us);
  const machine = useBench((state) => state.machine);
  const isLive = useLive(({ is }) => is !== 'none');
  const isReal = useLive(({ state }) => state?.boards.some((board) => board.machine === machine) === true);
  const clock = useClock();
  if (isLive) {
    return (
      <p className="hands-about">
        {say('hands.aboutLive')} {isReal ? say('hands.aboutBoard') : null}
      </p>
    );
  }
  const time = hourMinuteSecond(clock(playhead_us));
  return (
    <p className={woundBack ? 'hands-about hands-branch' : 'hands-about'}>
      {say(woundBack ? 'hands.aboutBranch' : 'hands.about', { time })}
    </p>
  );
}

/** Who does it, with which cartridge, and how many packages are loaded. */
interface Choice {
  readonly cartridge: number;
  readonly packages: number;
  readonly role: string;
}

/** A field lets anything be typed: whether it is a whole number from 1 to `most`. */
function isFrom1To(most: number, value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= most;
}

function useFitted(): number {
  return usePose().cartridges.length;
}

function Choices({ choice, onChoose }: { readonly choice: Choice; readonly onChoose: (choice: Choice) => void }) {
  const fitted = useFitted();
  return (
    <div className="hands-choices">
      <label>
        {say('hands.cartridge')}
        <input
          type="number"
          min={1}
          max={fitted}
          aria-invalid={!isFrom1To(fitted, choice.cartridge)}
          value={choice.cartridge}
          onChange={(event) => onChoose({ ...choice, cartridge: Number(event.target.value) })}
        />
      </label>
      <label>
        {say('hands.packages')}
        <input
          type="number"
          min={1}
          max={LANE}
          aria-invalid={!isFrom1To(LANE, choice.packages)}
          value={choice.packages}
          onChange={(event) => onChoose({ ...choice, packages: Number(event.target.value) })}
        />
      </label>
      <label>
        {say('hands.role')}
        <select value={choice.role} onChange={(event) => onChoose({ ...choice, role: event.target.value })}>
          {ROLES.map((one) => (
            <option key={one} value={one}>
              {say(`hands.roles.${one}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function Hands({ choice }: { readonly choice: Choice }) {
  const machine = useBench((state) => state.machine);
  const doorOpen = useBench(
    (state) => state.trace.last(state.playhead_us, `${state.machine}/mechanism`, 'door')?.payload.open === true,
  );
  useBench((state) => state.revision);
  const fitted = useFitted();
  const { role } = choice;
  const isMeant = ({ takes }: Hand) =>
    (takes === 'nothing' || isFrom1To(fitted, choice.cartridge)) && (takes !== 'packages' || isFrom1To(LANE, choice.packages));
  const args = ({ takes }: Hand) => ({
    cartridge: takes === 'nothing' ? 0 : choice.cartridge,
    packages: takes === 'packages' ? choice.packages : 0,
  });
  return (
    <ul className="hands-list">
      {HANDS.map((hand) => (
        <Deed
          key={hand.hand}
          says={say(`hands.do.${hand.hand}`)}
          about={hand.needsDoor && !doorOpen ? say('hands.needsDoor') : ''}
          disabled={(hand.needsDoor !== doorOpen && hand.hand !== 'take') || !isMeant(hand)}
          onDo={() => act({ role, kind: 'hand', machine, hand: hand.hand, ...args(hand) })}
        />
      ))}
      <Deed
        says={say('hands.do.key-on-site')}
        about={say('hands.keyAbout')}
        disabled={doorOpen}
        onDo={() => act({ role, kind: 'key-on-site', machine, by: role })}
      />
    </ul>
  );
}

function Faults({ choice }: { readonly choice: Choice }) {
  const machine = useBench((state) => state.machine);
  const link = useBench((state) => state.trace.last(state.playhead_us, `${state.machine}/link`, 'state')?.payload.is);
  const linkUp = link !== 'offline' && link !== 'silent';
  const fitted = useFitted();
  const { role, cartridge } = choice;
  return (
    <ul className="hands-list">
      {CAUSES.map((cause) => (
        <Deed
          key={cause}
          says={say(`hands.fault.${cause}`)}
          about={say(AT_ONCE.includes(cause) ? 'hands.atOnce' : 'hands.takesHold')}
          disabled={!isFrom1To(fitted, cartridge)}
          onDo={() => act({ role, kind: 'fault', machine, cartridge, cause })}
        />
      ))}
      <Deed
        says={say(linkUp ? 'hands.link.down' : 'hands.link.up')}
        about={say('hands.atOnce')}
        disabled={false}
        onDo={() => act({ role, kind: 'network', machine, up: !linkUp })}
      />
    </ul>
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
