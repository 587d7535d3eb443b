import {
  type Budget,
  type Estimate,
  REGION_PARAMETERS,
  type Region,
  type RegionParameter,
  type Targets,
} from '@dosetwin/scenarios';
import { useState } from 'react';
import { say } from '../../text/say.js';
import { plan } from '../store/plan.js';
import { changeRegion } from '../store/planClient.js';
import { Fault } from './EstimateRow.js';
import { fieldText, fieldUnit, readField } from './fieldText.js';
import { markFault } from './markFault.js';

type Bounds = Pick<RegionParameter, 'unit' | 'min' | 'max'>;

const P = REGION_PARAMETERS.targets;
const MEAN_KM: Bounds = { unit: 'km', min: 0.1, max: 10_000 };
const MACHINES: Bounds = { unit: 'count', min: 1, max: 10_000 };
const DOLLARS: Bounds = { unit: 'CAD', min: 1, max: 1_000_000_000 };
const PEOPLE: Bounds = { unit: 'count', min: 0, max: 1_000_000 };
const FACTOR: Bounds = { unit: 'count', min: 1, max: 5 };

/** What is wanted: targets, how often they shall hold, and what may be spent. */
export function TargetFields({ region: { targets } }: { readonly region: Region }) {
  return (
    <div className="form-wishes">
      <WishField
        path="targets.reached"
        bounds={P.reached}
        value={targets.reached}
        isNeeded
        onChange={(reached) => setTargets({ reached })}
      />
      <WishField
        path="targets.served"
        bounds={P.served}
        value={targets.served}
        isNeeded
        onChange={(served) => setTargets({ served })}
      />
      <WishField
        path="targets.confidence"
        bounds={P.confidence}
        value={targets.confidence}
        isNeeded
        onChange={(confidence) => setTargets({ confidence })}
      />
      <WishField path="targets.meanKm" bounds={MEAN_KM} value={targets.meanKm} onChange={(meanKm) => setTargets({ meanKm })} />
    </div>
  );
}

export function BudgetFields({ region: { budget } }: { readonly region: Region }) {
  return (
    <div className="form-wishes">
      <WishField
        path="budget.machines"
        bounds={MACHINES}
        isWhole
        value={budget.machines}
        onChange={(machines) => setBudget({ machines })}
      />
      <WishField
        path="budget.costPerYear"
        bounds={DOLLARS}
        value={budget.costPerYear}
        onChange={(costPerYear) => setBudget({ costPerYear })}
      />
    </div>
  );
}

/** How many people pharmacies and prescribers can take on: left empty, there is no limit. */
export function LimitFields({ region: { services } }: { readonly region: Region }) {
  const set = (name: 'pharmacyPeople' | 'prescriberPeople', likely: number | undefined) =>
    change((region) => ({ ...region, services: trimmed({ ...region.services, [name]: stated(likely) }) as Region['services'] }));
  return (
    <div className="form-wishes">
      <WishField
        path="services.pharmacyPeople"
        bounds={PEOPLE}
        isWhole
        value={services.pharmacyPeople?.likely}
        onChange={(likely) => set('pharmacyPeople', likely)}
      />
      <WishField
        path="services.prescriberPeople"
        bounds={PEOPLE}
        isWhole
        value={services.prescriberPeople?.likely}
        onChange={(likely) => set('prescriberPeople', likely)}
      />
    </div>
  );
}

/** Roads that no list gives: as the crow flies times a factor. */
export function RoadFactorField({ region: { travel } }: { readonly region: Region }) {
  return (
    <div className="form-wishes">
      <WishField
        path="travel.roadFactor"
        bounds={FACTOR}
        value={travel.roadFactor}
        onChange={(roadFactor) =>
          change((region) => ({ ...region, travel: trimmed({ ...region.travel, roadFactor }) as Region['travel'] }))
        }
      />
    </div>
  );
}

interface WishFieldProps {
  readonly path: string;
  readonly bounds: Bounds;
  readonly value: number | undefined;
  readonly isNeeded?: boolean;
  readonly isWhole?: boolean;
  readonly onChange: (value: number | undefined) => void;
}

function WishField({ path, bounds, value, isNeeded = false, isWhole = false, onChange }: WishFieldProps) {
  const [text, setText] = useState(() => (value === undefined ? '' : fieldText(value, bounds.unit)));
  const [fault, setFault] = useState('');
  const write = (written: string) => {
    setText(written);
    const isEmpty = written.trim() === '';
    const read = isEmpty ? null : readField(written, bounds);
    const isGood = isEmpty ? !isNeeded : read !== null && (!isWhole || Number.isInteger(read));
    const { min, max, unit } = bounds;
    const wrong = isGood
      ? ''
      : say('plan.form.range', { min: fieldText(min, unit), max: fieldText(max, unit), unit: fieldUnit(unit) });
    setFault(wrong);
    markFault(path, isGood ? null : wrong);
    if (isGood) onChange(read ?? undefined);
  };
  return (
    <div className={fault === '' ? 'form-wish' : 'form-wish form-row-fault'}>
      <label>
        <span className="form-says">{say(`plan.form.${path}`)}</span>
        <input
          inputMode="decimal"
          value={text}
          placeholder={isNeeded ? '' : say('plan.form.none')}
          aria-invalid={fault !== ''}
          onChange={(event) => write(event.target.value)}
        />
      </label>
      <span className="form-unit">{fieldUnit(bounds.unit)}</span>
      <Fault text={fault.trim()} />
    </div>
  );
}

function change(how: (region: Region) => Region): void {
  const { region } = plan.getState();
  if (region !== null) changeRegion(how(region));
}

function setTargets(some: { readonly [name in keyof Targets]?: number | undefined }): void {
  change((region) => ({ ...region, targets: trimmed({ ...region.targets, ...some }) as Targets }));
}

function setBudget(some: { readonly [name in keyof Budget]?: number | undefined }): void {
  change((region) => ({ ...region, budget: trimmed({ ...region.budget, ...some }) as Budget }));
}

/** Without what is not set. */
function trimmed(all: object): object {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function stated(likely: number | undefined): Estimate | undefined {
  return likely === undefined ? undefined : { low: likely, likely, high: likely, source: say('plan.form.stated') };
}
