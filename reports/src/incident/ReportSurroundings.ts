import type { CalendarSpell, ParameterBlock, WorldSpec } from '@dosetwin/twin';
import type { LocalTimeOf } from '../words/LocalClock.js';

/** What the scenario's file says beyond the record's header. */
export interface ReportScenario {
  readonly about: string;
  /** Ids of the study's findings that it brings to life, `S1`. */
  readonly study: readonly string[];
  readonly world: WorldSpec;
  /** Made of a site's own lists, and not of fiction. */
  readonly isImported: boolean;
}

/** What a report reads beside the record: the scenario behind it, the calendars and the parameters of the model. */
export interface ReportSurroundings {
  /** `null` when the scenario's text in the record could not be read. */
  readonly scenario: ReportScenario | null;
  readonly localTime: LocalTimeOf;
  /** The spells of a contact over the run, in their order, without gaps. */
  readonly spells: (contact: string) => readonly CalendarSpell[];
  readonly parameterBlocks: Readonly<Record<string, ParameterBlock>>;
}
