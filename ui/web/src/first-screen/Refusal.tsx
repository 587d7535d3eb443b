import { bench, useBench } from '../store/bench.js';
import { say } from '../text/say.js';

/** Why a file could not be opened, line by line, until the reader has seen it. */
export function Refusal() {
  const refusal = useBench((state) => state.refusal);
  if (refusal === null) return null;
  return (
    <div className="refusal" role="alert">
      <h2>{say('refusal.title')}</h2>
      <ul className="mono">
        {refusal.slice(0, 12).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <button type="button" className="link-button" onClick={() => bench.setState({ refusal: null })}>
        {say('bench.close')}
      </button>
    </div>
  );
}
