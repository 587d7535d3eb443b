import { describe, expect, it } from 'vitest';
import type { ChartDefinition } from './ChartDefinition.js';
import { contactDefinition } from './contact.chart.js';
import { deskDefinition } from './desk.chart.js';
import { personDefinition } from './person.chart.js';
import { ticketDefinition } from './ticket.chart.js';

interface Used {
  readonly roles: Set<string>;
  readonly slots: Set<string>;
  readonly delays: Set<string>;
}

/** Walks a chart's text for the roles that it tells, the slots that it takes along and the delays that it waits for. */
function used(part: unknown, found: Used = { roles: new Set(), slots: new Set(), delays: new Set() }): Used {
  if (typeof part !== 'object' || part === null) return found;
  for (const [key, value] of Object.entries(part)) {
    if (key === 'role') found.roles.add(value as string);
    else if (key === 'with') for (const slot of value as readonly string[]) found.slots.add(slot);
    else if (key === 'after') for (const delay of Object.keys(value as object)) found.delays.add(delay);
    if (key !== 'with') used(value, found);
  }
  return found;
}

describe.each<[string, ChartDefinition]>(
  [personDefinition, ticketDefinition, contactDefinition, deskDefinition].map((one) => [one.name, one]),
)('chart %s', (_, { machine, roles, slots, parameters }) => {
  it('declares the roles and delays that it uses, and no others; and every slot that it takes along', () => {
    const names = used(machine.config);
    expect([...names.roles].sort()).toEqual([...roles].sort());
    expect([...names.delays].sort()).toEqual(Object.keys(parameters).sort());
    expect([...names.slots].filter((slot) => !slots.includes(slot))).toEqual([]);
  });

  it('keeps every default within its range, and says what it is and where it is from', () => {
    for (const [name, { value, min, max, says, source }] of Object.entries(parameters)) {
      expect(value, name).toBeGreaterThanOrEqual(min);
      expect(value, name).toBeLessThanOrEqual(max);
      expect(says.length * source.length, name).toBeGreaterThan(0);
    }
  });
});
