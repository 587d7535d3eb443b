import { type JudgedPlan, MEASURES, type Study } from '@dosetwin/scenarios';

/**
 * The plans of a study for spreadsheets: one line a plan, RFC 4180, in UTF-8 with a header. Shares from 0 to 1; of each measure the mean
 * over futures and the range that holds 95 of 100 of them.
 */
export function studyCsv(study: Study): string {
  const header = [
    'machines',
    'answer',
    ...['held', 'futures', 'share', 'share low', 'share high'],
    ...MEASURES.flatMap((measure) => [measure, `${measure} low`, `${measure} high`]),
    ...['method', 'value', 'bound', 'optimal', 'sites'],
  ];
  const rows = study.plans.map((plan) => rowOf(plan, plan.machines === study.answer.machines));
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function rowOf(plan: JudgedPlan, isAnswer: boolean): readonly (string | number)[] {
  const sites = plan.plan.sites.map(({ candidate, machines }) => `${candidate} ${machines}`).join('; ');
  return [
    plan.machines,
    isAnswer ? 'yes' : '',
    ...[plan.held, plan.futures, plan.share, ...plan.interval],
    ...MEASURES.flatMap((measure) => [plan.bands[measure].mean, plan.bands[measure].low95, plan.bands[measure].high95]),
    ...[plan.method, plan.value, plan.bound ?? '', plan.isOptimal ? 'yes' : 'no', sites],
  ];
}

function cell(value: string | number): string {
  const text = typeof value === 'number' ? String(Number(value.toPrecision(9))) : value;
  // A text that a spreadsheet would take for a formula stays a text.
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
