import type { Command } from '@dosetwin/twin';
import type { BlockName, BlockValues } from './registerNames.js';

/** Why a board is not taken. */
export type Refused =
  | { readonly reason: 'another-device'; readonly foundMagic: number }
  | { readonly reason: 'another-map'; readonly foundVersion: number; readonly expectedVersion: number }
  | { readonly reason: 'other-charts'; readonly foundCrc: number; readonly expectedCrc: number }
  | { readonly reason: 'no-such-registers'; readonly exception: number };

/** What happened on the link, apart from signals and frames; for the trace, the page and the console. */
export type LinkFact =
  | { readonly is: 'connected'; readonly identity: BlockValues<'identity'>; readonly again: boolean }
  | ({ readonly is: 'refused' } & Refused)
  /** The board's set-up was changed to the machine's. */
  | { readonly is: 'fitted'; readonly before: number; readonly cartridges: number }
  /** No answer any more; the last one was whole at `since_us`, or `null`: there was none. */
  | { readonly is: 'silent'; readonly since_us: number | null }
  | { readonly is: 'back'; readonly since_us: number | null }
  /** The board has started anew; signals that were not read are lost. */
  | { readonly is: 'restarted'; readonly boot: number; readonly before: number }
  /** Signals with these sequences were overwritten before they were read. */
  | { readonly is: 'lost'; readonly boot: number; readonly from: number; readonly to: number; readonly signals: number }
  /** A signal with a number in it that this version does not know. */
  | { readonly is: 'unknown-signal'; readonly boot: number; readonly sequence: number }
  /** Level 2 was told what the registers say, by this many signals of sequence 0. */
  | { readonly is: 'resynchronised'; readonly boot: number; readonly signals: number }
  | { readonly is: 'command-received'; readonly command: Command; readonly token: number; readonly answered_us: number }
  /** `mayHaveArrived`: the board may have taken it all the same. */
  | {
      readonly is: 'command-lost';
      readonly command: Command;
      readonly why: 'silent' | 'restarted' | 'late' | 'withdrawn';
      readonly mayHaveArrived: boolean;
    }
  | { readonly is: 'command-refused'; readonly command: Command; readonly exception: number }
  /** The status as each poll reads it. */
  | { readonly is: 'status'; readonly status: BlockValues<'status'> }
  | { readonly is: 'registers'; readonly block: BlockName; readonly values: readonly BlockValues<BlockName>[] }
  | { readonly is: 'waveform'; readonly waveform: Waveform };

/** The motor current of one motion. */
export interface Waveform {
  readonly order: number;
  readonly cartridge: number;
  /** From one sample to the next. */
  readonly stepMs: number;
  readonly milliamp: readonly number[];
}
