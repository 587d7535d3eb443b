import { expect, it } from 'vitest';
import { VisitCharts } from './VisitCharts.js';
import { ANSWER, ENDED, FROM, VisitSteps } from './VisitSteps.js';

it('[Z10][Z15] a visit goes through the charts of session and person, to the end that they tell', () => {
  const steps = new VisitSteps();
  const endOf = (answer: number, session = steps.idle) => steps.visit(session, answer, FROM.HOME, false).ended;
  expect(endOf(ANSWER.DROPPED)).toBe(ENDED.SERVED);
  expect(endOf(ANSWER.JAMMED)).toBe(ENDED.JAM);
  expect(endOf(ANSWER.LANE_JAMMED)).toBe(ENDED.JAM);
  expect(endOf(ANSWER.EMPTY)).toBe(ENDED.EMPTY);
  expect(endOf(ANSWER.LOCKED_OUT)).toBe(ENDED.PALM);
  const out = steps.service(steps.idle, false);
  expect(endOf(ANSWER.DROPPED, out)).toBe(ENDED.DOWN);
  expect(steps.service(out, true)).toBe(steps.idle);
  expect(steps.visit(steps.idle, ANSWER.DROPPED, FROM.HOME, false)).toEqual({ ended: 0, session: steps.idle, transitions: 11 });
});

it('[Z10][Z15] remembered visits come to the same as visits stepped through the tables', () => {
  const [remembered, stepped] = [new VisitCharts(3), new VisitCharts(3, true)];
  let seed = 1;
  const draw = (n: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 16) % n;
  };
  for (let i = 0; i < 2_000; i++) {
    const [machine, answer, from, goesOn] = [draw(3), draw(5), draw(2), draw(2)];
    const isInService = draw(2) === 0;
    if (draw(10) === 0) for (const charts of [remembered, stepped]) charts.setService(machine, isInService);
    expect(remembered.visit(machine, answer, from, goesOn)).toBe(stepped.visit(machine, answer, from, goesOn));
  }
  expect(remembered.transitions).toBe(stepped.transitions);
  expect(remembered.sessions).toEqual(stepped.sessions);
});
