import { type CalendarSpell, type ContactSpec, linkParameters, localTime, type WeeklyHours } from '@dosetwin/twin';
import type { ReportSurroundings } from '../src/incident/ReportSurroundings.js';
import { at } from './stuckDoseRecord.js';

const hours: WeeklyHours = { days: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }, holidays: null };
const contact = (id: string, role: ContactSpec['role'], zone: string, hasKey: boolean): ContactSpec => ({
  id,
  role,
  zone,
  province: 'BC',
  hours,
  busy: [],
  hasKey,
  whenBusy: 'declines',
  travelMin: null,
  remote: 'none',
});

const spells: Readonly<Record<string, readonly CalendarSpell[]>> = {
  pharmacy: [
    { from_us: 0, to_us: at(12, 30), is: 'open', reason: '' },
    { from_us: at(12, 30), to_us: at(18, 0), is: 'busy', reason: 'busy' },
  ],
  nurse: [
    { from_us: 0, to_us: at(12, 30), is: 'open', reason: '' },
    { from_us: at(12, 30), to_us: at(16, 30), is: 'away', reason: 'outreach' },
    { from_us: at(16, 30), to_us: at(18, 0), is: 'open', reason: '' },
  ],
  desk: [
    { from_us: 0, to_us: at(12, 30), is: 'open', reason: '' },
    { from_us: at(12, 30), to_us: at(18, 0), is: 'away', reason: 'closed' },
  ],
};

/** What lies around the record of the stuck dose, written by hand. */
export const stuckDoseSurroundings: ReportSurroundings = {
  scenario: {
    about:
      'Two reports of the study, combined and said to be: one day a dose was stuck and nobody on site had a key; and support was limited by time zones.',
    study: ['S1', 'S5'],
    isImported: false,
    world: {
      epoch_us: 0,
      length_us: at(18, 0),
      sites: [],
      machines: [{ id: 'harbour-house-1', site: 'harbour-house', cartridges: 48, loaded: [], parameters: {} }],
      people: [],
      contacts: [
        contact('pharmacy', 'pharmacist', 'America/Vancouver', true),
        contact('nurse', 'nurse', 'America/Vancouver', true),
        contact('desk', 'desk', 'America/Halifax', false),
      ],
      faults: [],
      parameters: {},
    },
  },
  localTime,
  spells: (id) => spells[id] ?? [],
  parameterBlocks: { link: linkParameters },
};
