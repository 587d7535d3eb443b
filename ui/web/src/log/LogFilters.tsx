import { useMemo } from 'react';
import { useBench } from '../store/bench.js';
import { say } from '../text/say.js';
import { saySource } from '../trace/sayEntry.js';
import type { LogFilter } from './shownEntries.js';

interface LogFiltersProps {
  readonly filter: LogFilter;
  readonly kinds: readonly string[];
  readonly onFilter: (filter: LogFilter) => void;
}

export function LogFilters({ filter, kinds, onFilter }: LogFiltersProps) {
  const trace = useBench((state) => state.trace);
  const revision = useBench((state) => state.revision);
  const sources = useMemo(() => (revision < 0 ? [] : [...new Set([...trace.sources].map(saySource))].sort()), [trace, revision]);
  return (
    <div className="log-filters">
      <label className="log-search">
        <span className="unseen">{say('log.search')}</span>
        <input
          type="text"
          placeholder={say('log.search')}
          value={filter.text}
          onChange={(event) => onFilter({ ...filter, text: event.target.value })}
        />
      </label>
      <Choice
        label={say('log.source')}
        value={filter.source}
        options={sources}
        onChoose={(source) => onFilter({ ...filter, source })}
      />
      <Choice label={say('log.kind')} value={filter.kind} options={kinds} onChoose={(kind) => onFilter({ ...filter, kind })} />
      <label className="log-upper">
        <input
          type="checkbox"
          checked={filter.upperOnly}
          onChange={(event) => onFilter({ ...filter, upperOnly: event.target.checked })}
        />
        {say('log.upperOnly')}
      </label>
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly string[];
  readonly onChoose: (value: string) => void;
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  return (
    <label className="log-choice">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{say('log.all')}</option>
        {options.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </label>
  );
}
