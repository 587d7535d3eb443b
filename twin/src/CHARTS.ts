import type { ChartDefinition } from './charts/ChartDefinition.js';
import { cartridgeDefinition } from './charts/cartridge.chart.js';
import { contactDefinition } from './charts/contact.chart.js';
import { counterDefinition } from './charts/counter.chart.js';
import { deskDefinition } from './charts/desk.chart.js';
import { guardDefinition } from './charts/guard.chart.js';
import { interlockDefinition } from './charts/interlock.chart.js';
import { inventoryDefinition } from './charts/inventory.chart.js';
import { linkDefinition } from './charts/link.chart.js';
import { overrideDefinition } from './charts/override.chart.js';
import { palmDefinition } from './charts/palm.chart.js';
import { participantDefinition } from './charts/participant.chart.js';
import { personDefinition } from './charts/person.chart.js';
import { powerDefinition } from './charts/power.chart.js';
import { prescriberDefinition } from './charts/prescriber.chart.js';
import { prescriptionDefinition } from './charts/prescription.chart.js';
import { restockDefinition } from './charts/restock.chart.js';
import { roundsDefinition } from './charts/rounds.chart.js';
import { sessionDefinition } from './charts/session.chart.js';
import { shiftDefinition } from './charts/shift.chart.js';
import { ticketDefinition } from './charts/ticket.chart.js';
import { updateDefinition } from './charts/update.chart.js';

/** Every chart of the house, from the coil up to the people. */
export const CHARTS: readonly ChartDefinition[] = [
  cartridgeDefinition,
  interlockDefinition,
  sessionDefinition,
  palmDefinition,
  overrideDefinition,
  inventoryDefinition,
  linkDefinition,
  powerDefinition,
  guardDefinition,
  updateDefinition,
  restockDefinition,
  counterDefinition,
  shiftDefinition,
  roundsDefinition,
  personDefinition,
  participantDefinition,
  prescriptionDefinition,
  prescriberDefinition,
  ticketDefinition,
  contactDefinition,
  deskDefinition,
];
