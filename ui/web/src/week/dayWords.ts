import { clockText, dayName, hoursText, spellWords } from '@dosetwin/reports';
import type { WeekDay } from '@dosetwin/scenarios';
import { say } from '../text/say.js';

interface Stretch {
  readonly from_us: number;
  readonly to_us: number;
}

/** A day of the week in words, for whoever does not see its strip: who is there from when to when, and the gaps. */
export function dayWords(day: WeekDay): string[] {
  const times = ({ from_us, to_us }: Stretch) => ({ from: clockAt(day, from_us), to: clockAt(day, to_us) });
  const { weekday, day: date } = dayName(day);
  return [
    say('week.day', { day: `${weekday} ${date}`, hours: hoursText(day.nobody_us) }),
    ...day.spells.map((spell) => say('week.spell', { ...times(spell), who: spellWords(spell) })),
    ...day.fromAfarOnly.map((gap) => say('week.afar', times(gap))),
    ...day.nobody.map((gap) => say('week.gap', times(gap))),
  ];
}

/** By the place on the strip: a day on which the clocks change is drawn as long as any other. */
export function clockAt(day: WeekDay, t_us: number): string {
  const share = (t_us - day.from_us) / (day.to_us - day.from_us);
  return clockText(Math.floor(share * 1440 + 1e-6));
}
