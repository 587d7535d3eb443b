import type { MachineGlance } from './machineGlance.js';

const WIDTH = 14;
const HEIGHT = 24;

/** A machine as a sign, told by its form: shut, giving, hatched with a warning, open, struck through. The words stand beside it. */
export function MachineSign({ sign }: { readonly sign: MachineGlance['sign'] }) {
  return (
    <svg
      className={`machine-sign machine-sign-${sign}`}
      width="22"
      height="26"
      viewBox="-1 -1 22 26"
      aria-hidden="true"
      focusable="false"
    >
      <rect className="sign-body" x="0.5" y="0.5" width={WIDTH - 1} height={HEIGHT - 1} rx="1.5" />
      {sign === 'ready' || sign === 'busy' ? <rect className="sign-screen" x="3" y="4" width="8" height="4.5" rx="0.5" /> : null}
      {sign === 'busy' ? <path className="sign-palm" d="M17 8v9M19.5 10.5v4M14.8 10.5v4" /> : null}
      {sign === 'visit' ? <path className="sign-door" d="M13.5 1 19.5 4v17l-6 2.5" /> : null}
      {sign === 'out' ? <path className="sign-strike" d="M2 22.5 12 1.5" /> : null}
      {sign === 'fault' ? (
        <>
          <path className="sign-warning" d="M13.5 5.5 20 17.5H7z" />
          <path className="sign-call" d="M13.5 9.5v4M13.5 15.2v0.6" />
        </>
      ) : null}
    </svg>
  );
}
