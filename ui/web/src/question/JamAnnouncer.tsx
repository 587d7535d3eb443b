import { useBench } from '../store/bench.js';
import { say, sayWord } from '../text/say.js';
import { useJam } from './QuestionCard.js';

/** Says a jam and its end aloud, once each, to those who listen. */
export function JamAnnouncer() {
  const jam = useJam();
  const machine = useBench((state) => state.machine);
  const cartridge = jam?.cartridge ?? 0;
  const says =
    jam === null
      ? ''
      : jam.cleared === null
        ? say('question.alert', { machine, cartridge, mode: sayWord(jam.mode) })
        : say('question.announceCleared', { machine, cartridge });
  return (
    <p className="unseen" role="status" aria-live="assertive">
      {says}
    </p>
  );
}
