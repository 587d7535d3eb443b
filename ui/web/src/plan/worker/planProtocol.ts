import type { Fidelities, JudgedPlan, Plan, Region, RegionTexts, Step, Study, TriedPlan } from '@dosetwin/scenarios';

/** A file as it was dropped, chosen or pasted. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One thing to mend in what was given, where it stands and what to write instead. */
export interface PlaceProblem {
  readonly where: string;
  readonly message: string;
}

/** A file to be kept by whoever asked for it. */
export interface WrittenFile {
  readonly name: string;
  readonly mime: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

export type ReportKind = 'html' | 'csv' | 'geojson' | 'region' | 'template';

export type ToPlanner =
  | { readonly type: 'read'; readonly id: number; readonly files: readonly GivenFile[] }
  | { readonly type: 'open'; readonly id: number; readonly texts: RegionTexts }
  | {
      readonly type: 'study';
      readonly id: number;
      readonly region: Region;
      /** The solver's program. */
      readonly solver: ArrayBuffer;
      /** To the workers that simulate its futures. */
      readonly helpers: readonly MessagePort[];
    }
  /** Simulate for a study that another worker leads; the region as text, read once. */
  | { readonly type: 'help'; readonly id: number; readonly region: string; readonly port: MessagePort }
  | {
      readonly type: 'try';
      readonly id: number;
      readonly region: Region;
      readonly plan: Plan;
      readonly isQuick: boolean;
      readonly fidelities: Fidelities | null;
    }
  | {
      readonly type: 'write';
      readonly id: number;
      readonly kind: ReportKind;
      readonly region: Region | null;
      readonly study: Study | null;
    };

export type FromPlanner =
  | { readonly type: 'read'; readonly id: number; readonly region: Region; readonly notes: readonly string[] }
  | { readonly type: 'refused'; readonly id: number; readonly problems: readonly PlaceProblem[]; readonly more: number }
  | {
      readonly type: 'went-on';
      readonly id: number;
      readonly step: Step;
      readonly futures: number;
      readonly plans: readonly JudgedPlan[];
      readonly share: number;
      readonly left_ms: number | null;
      readonly fidelities: Fidelities | null;
    }
  | { readonly type: 'studied'; readonly id: number; readonly study: Study }
  | { readonly type: 'tried'; readonly id: number; readonly tried: TriedPlan; readonly isQuick: boolean }
  | { readonly type: 'written'; readonly id: number; readonly file: WrittenFile | null }
  | { readonly type: 'failed'; readonly id: number; readonly message: string };
