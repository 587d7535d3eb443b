import type { Estimate, Region } from '@dosetwin/scenarios';
import { useState } from 'react';
import { say } from '../../text/say.js';
import { plan } from '../store/plan.js';
import { changeRegion } from '../store/planClient.js';
import { fieldText, fieldUnit, readField } from './fieldText.js';
import { type FormField, isAssumption, sourceAt, valueAt, withValue } from './formFields.js';
import { markFault } from './markFault.js';

const PARTS = ['low', 'likely', 'high'] as const;
type Texts = Readonly<Record<(typeof PARTS)[number] | 'source', string>>;

/** One figure: least, likely and most with where they are from, or a single number. */
export function EstimateRow({ region, field }: { readonly region: Region; readonly field: FormField }) {
  const value = valueAt(region, field);
  return typeof value === 'number' ? (
    <NumberRow region={region} field={field} value={value} />
  ) : (
    <ThreeRow region={region} field={field} value={value} />
  );
}

function ThreeRow({ region, field, value }: { readonly region: Region; readonly field: FormField; readonly value: Estimate }) {
  const { parameter, path } = field;
  const [texts, setTexts] = useState<Texts>(() => ({
    low: fieldText(value.low, parameter.unit),
    likely: fieldText(value.likely, parameter.unit),
    high: fieldText(value.high, parameter.unit),
    source: value.source,
  }));
  const [fault, setFault] = useState('');
  const write = (part: keyof Texts, text: string) => {
    // Who writes another value has another source; it is theirs to say.
    const isNew = part !== 'source' && texts.source === value.source && isAssumption(value.source);
    const next = { ...texts, [part]: text, ...(isNew ? { source: say('plan.form.stated') } : {}) };
    setTexts(next);
    const read = readThree(next, field);
    setFault(typeof read === 'string' ? read : '');
    markFault(path, typeof read === 'string' ? read : null);
    if (typeof read !== 'string') changeRegion(withValue(plan.getState().region ?? region, field, read));
  };
  return (
    <fieldset className={fault === '' ? 'form-row' : 'form-row form-row-fault'}>
      <legend>
        {sentence(parameter.says)}
        <Assumed source={texts.source} />
      </legend>
      {PARTS.map((part) => (
        <label key={part} className="form-number">
          <span>{say(`plan.form.${part}`)}</span>
          <input
            inputMode="decimal"
            value={texts[part]}
            aria-invalid={fault !== ''}
            onChange={(event) => write(part, event.target.value)}
          />
        </label>
      ))}
      <span className="form-unit">{fieldUnit(parameter.unit)}</span>
      <label className="form-source">
        <span>{say('plan.form.source')}</span>
        <input value={texts.source} onChange={(event) => write('source', event.target.value)} />
      </label>
      <Fault text={fault} />
    </fieldset>
  );
}

function NumberRow({ region, field, value }: { readonly region: Region; readonly field: FormField; readonly value: number }) {
  const { parameter, path } = field;
  const [text, setText] = useState(() => fieldText(value, parameter.unit));
  const [fault, setFault] = useState('');
  const write = (written: string) => {
    setText(written);
    const read = readField(written, parameter);
    const isWhole = parameter.unit !== 'count' || Number.isInteger(read);
    const wrong = read === null || !isWhole ? rangeWords(field) : '';
    setFault(wrong);
    markFault(path, wrong === '' ? null : wrong);
    if (read !== null && wrong === '') changeRegion(withValue(plan.getState().region ?? region, field, read));
  };
  return (
    <div className={fault === '' ? 'form-row' : 'form-row form-row-fault'}>
      <label className="form-single">
        <span className="form-says">
          {sentence(parameter.says)}
          <Assumed source={sourceAt(region, field)} />
        </span>
        <input inputMode="decimal" value={text} aria-invalid={fault !== ''} onChange={(event) => write(event.target.value)} />
      </label>
      <span className="form-unit">{fieldUnit(parameter.unit)}</span>
      <Fault text={fault} />
    </div>
  );
}

/** Tells a figure for which no source was found. */
export function Assumed({ source }: { readonly source: string }) {
  return isAssumption(source) ? <span className="form-assumed">{say('plan.form.assumption')}</span> : null;
}

export function Fault({ text }: { readonly text: string }) {
  return text === '' ? null : (
    <p className="form-fault" role="alert">
      {text}
    </p>
  );
}

function readThree(texts: Texts, field: FormField): Estimate | string {
  const [low, likely, high] = PARTS.map((part) => readField(texts[part], field.parameter));
  if (low == null || likely == null || high == null) return rangeWords(field);
  if (low > likely || likely > high) return say('plan.form.outOfOrder');
  return { low, likely, high, source: texts.source.trim() || say('plan.form.stated') };
}

function rangeWords({ parameter: { min, max, unit } }: FormField): string {
  return say('plan.form.range', { min: fieldText(min, unit), max: fieldText(max, unit), unit: fieldUnit(unit) }).trim();
}

function sentence(says: string): string {
  return says.charAt(0).toUpperCase() + says.slice(1);
}
