import { type Region, readWeek, weekText } from '@dosetwin/scenarios';
import { useState } from 'react';
import { say } from '../../text/say.js';
import { plan } from '../store/plan.js';
import { changeRegion } from '../store/planClient.js';
import { Fault } from './EstimateRow.js';
import { markFault } from './markFault.js';

type Technician = Region['support']['technicians'][number];

const WORKING_HOURS = 'mon-fri 08:00-18:00';

/** Who helps: the desk's hours, and the technicians who travel, with their base and their hours. */
export function SupportFields({ region }: { readonly region: Region }) {
  const { support, places } = region;
  const setTechnicians = (technicians: readonly Technician[]) => setSupport({ technicians });
  const free = places.find(({ id }) => support.technicians.every(({ place }) => place !== id));
  return (
    <div className="form-support">
      <HoursField
        path="support.deskWeek"
        label={say('plan.form.deskHours', { zone: support.deskZone })}
        week={support.deskWeek}
        onChange={(deskWeek) => setSupport({ deskWeek })}
      />
      <h4>{say('plan.form.technicians')}</h4>
      <ul>
        {support.technicians.map((one, place) => (
          <li key={one.id} className="form-technician">
            <label>
              <span className="form-says">{say('plan.form.base', { name: one.id })}</span>
              <select
                value={one.place}
                onChange={(event) => setTechnicians(changedAt(support.technicians, place, { ...one, place: event.target.value }))}
              >
                {places.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
            <HoursField
              path={`support.technicians.${one.id}`}
              label={say('plan.form.hoursOf', { name: one.id })}
              week={one.week}
              onChange={(week) => setTechnicians(changedAt(support.technicians, place, { ...one, week }))}
            />
            {support.technicians.length < 2 ? null : (
              <button
                type="button"
                className="link-button"
                onClick={() => setTechnicians(support.technicians.filter((other) => other !== one))}
              >
                {say('plan.form.removeTechnician', { name: one.id })}
              </button>
            )}
          </li>
        ))}
      </ul>
      {free === undefined ? null : (
        <button
          type="button"
          className="plain-button"
          onClick={() => setTechnicians([...support.technicians, newTechnician(support, free.id)])}
        >
          {say('plan.form.addTechnician')}
        </button>
      )}
    </div>
  );
}

interface HoursFieldProps {
  readonly path: string;
  readonly label: string;
  readonly week: Technician['week'];
  readonly onChange: (week: Technician['week']) => void;
}

/** Hours of a week in one line, such as `mon-fri 08:30-16:30`. */
function HoursField({ path, label, week, onChange }: HoursFieldProps) {
  const [text, setText] = useState(() => weekText(week));
  const [fault, setFault] = useState('');
  const write = (written: string) => {
    setText(written);
    const read = readWeek(written);
    const wrong = 'message' in read ? read.message : '';
    setFault(wrong);
    markFault(path, wrong === '' ? null : wrong);
    if (!('message' in read)) onChange(read);
  };
  return (
    <div className={fault === '' ? 'form-hours' : 'form-hours form-row-fault'}>
      <label>
        <span className="form-says">{label}</span>
        <input
          className="mono"
          value={text}
          spellCheck={false}
          aria-invalid={fault !== ''}
          onChange={(event) => write(event.target.value)}
        />
      </label>
      <Fault text={fault} />
    </div>
  );
}

function newTechnician({ technicians }: Region['support'], place: string): Technician {
  const taken = new Set(technicians.map(({ id }) => id));
  let id = place;
  for (let number = 2; taken.has(id); number += 1) id = `${place}-${number}`;
  const week = readWeek(WORKING_HOURS);
  return { id, place, week: 'message' in week ? [] : week };
}

function changedAt(technicians: readonly Technician[], place: number, one: Technician): readonly Technician[] {
  return technicians.map((other, i) => (i === place ? one : other));
}

function setSupport(some: Partial<Region['support']>): void {
  const { region } = plan.getState();
  if (region !== null) changeRegion({ ...region, support: { ...region.support, ...some } });
}
