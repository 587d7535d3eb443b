/** How a jam looks, for a bar (`hung up`) and as a clause for a sentence (`a package hung on its coil`). */
export interface JamWords {
  readonly label: string;
  readonly clause: string;
  readonly detail: string;
}

const WORDS: Readonly<Record<string, JamWords>> = {
  'hung-up': {
    label: 'hung up',
    clause: 'a package hung on its coil',
    detail: 'The drop beam was never broken.',
  },
  'stall-current': {
    label: 'stalled',
    clause: 'a coil met something and stood still',
    detail: 'The motor’s current passed its limit and the motor was cut.',
  },
  'stall-cam': {
    label: 'stalled',
    clause: 'a coil did not leave its home',
    detail: 'The cam switch did not open within its time and the motor was stopped.',
  },
  misaligned: {
    label: 'misaligned',
    clause: 'a coil turned and did not come home',
    detail: 'A package lay askew, and no drop was seen.',
  },
  'double-feed': {
    label: 'double feed',
    clause: 'two packages fell for one order',
    detail: 'The drop beam was broken twice.',
  },
  'blind-beam': {
    label: 'beam blind',
    clause: 'the drop beam could not see',
    detail: 'Whether a package fell is not known until somebody counts.',
  },
  'chute-blocked': {
    label: 'chute blocked',
    clause: 'the chute’s flap did not open',
    detail: 'The package lay in the box and could not be taken.',
  },
  'beam-lost': {
    label: 'beam lost',
    clause: 'the drop beam broke and stayed dark',
    detail: 'Whether a package lay in the box was not known until somebody looked.',
  },
  interrupted: {
    label: 'interrupted',
    clause: 'a motion was interrupted',
    detail: 'The door was opened in the middle of it, or the power went.',
  },
  silence: {
    label: 'no answer',
    clause: 'the controller said no more of an order',
    detail: 'How it ended was not known until somebody looked.',
  },
  'box-in-doubt': {
    label: 'box in doubt',
    clause: 'something else may have lain in the box',
    detail: 'The flap stayed shut until somebody had emptied the box.',
  },
  surplus: {
    label: 'package too many',
    clause: 'a package fell outside an order',
    detail: 'It may have lain in the box, so the machine gave nothing until somebody had emptied it.',
  },
  'not-taken': {
    label: 'not taken',
    clause: 'a package stayed in the box',
    detail: 'The machine gave nothing until somebody had taken it out.',
  },
};

export function jamWords(mode: string): JamWords {
  return WORDS[mode] ?? { label: mode, clause: `a motion ended as ${mode}`, detail: '' };
}
