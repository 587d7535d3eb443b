import { setup } from 'xstate';
import type { ChartDefinition } from './ChartDefinition.js';
import { delaysOf } from './delaysOf.js';
import { updateParameters } from './update.parameters.js';
import { actions, type ChartTypes, fromInput, guards } from './vocabulary.js';

/**
 * A software update of one machine: offered, downloaded, staged until the night, applied; or never reached, failed, rolled
 * back, or cut off half way by a loss of power. While it is applied or rolled back the machine gives nothing.
 */
export const updateChart = setup({
  types: {} as ChartTypes,
  guards,
  actions,
  delays: delaysOf(updateParameters),
}).createMachine({
  id: 'update',
  context: fromInput,
  initial: 'upToDate',
  states: {
    upToDate: {
      entry: { type: 'tell', params: { role: 'updates', event: 'NEXT' } },
      on: { OFFERED: 'offered' },
    },
    offered: {
      entry: [
        { type: 'record', params: { kind: 'update-offered', with: ['update'] } },
        { type: 'reset', params: { counter: 'tries' } },
      ],
      initial: 'reaching',
      states: {
        reaching: {
          entry: { type: 'tell', params: { role: 'updates', event: 'REACH' } },
          on: { REACHED: '#update.downloading', NOT_REACHED: 'unreached' },
        },
        unreached: {
          entry: { type: 'record', params: { kind: 'update-not-reached', with: ['update'] } },
          after: { reachAgainMs: 'reaching' },
        },
      },
    },
    downloading: {
      after: { downloadMs: { actions: { type: 'tell', params: { role: 'updates', event: 'CHECK_DOWNLOAD' } } } },
      on: { DOWNLOADED: 'staged', FAILED: 'failed' },
    },
    staged: {
      entry: [
        { type: 'record', params: { kind: 'update-staged', with: ['update'] } },
        { type: 'tell', params: { role: 'updates', event: 'AWAIT_NIGHT' } },
      ],
      on: { NIGHT: 'changing' },
    },
    changing: {
      initial: 'applying',
      entry: { type: 'tell', params: { role: 'hinge', event: 'HOLD', reason: 'update' } },
      exit: { type: 'tell', params: { role: 'hinge', event: 'RELEASE', reason: 'update' } },
      states: {
        applying: {
          after: { applyMs: { actions: { type: 'tell', params: { role: 'updates', event: 'CHECK_APPLIED' } } } },
          on: {
            APPLIED: {
              target: '#update.upToDate',
              actions: { type: 'record', params: { kind: 'update-applied', with: ['update'] } },
            },
            FAILED: 'rollingBack',
            POWER_LOST: 'halfApplied',
          },
        },
        halfApplied: {
          entry: { type: 'record', params: { kind: 'update-half-applied', with: ['update'] } },
          on: { POWER_BACK: 'rollingBack' },
        },
        rollingBack: {
          after: {
            rollBackMs: {
              target: '#update.failed',
              actions: { type: 'record', params: { kind: 'update-rolled-back', with: ['update'] } },
            },
          },
          on: { POWER_LOST: 'halfApplied' },
        },
      },
    },
    failed: {
      entry: [
        { type: 'increment', params: { counter: 'tries' } },
        { type: 'record', params: { kind: 'update-failed', with: ['update'] } },
      ],
      after: {
        tryAgainMs: [
          { guard: { type: 'below', params: { counter: 'tries', limit: 'mostTries' } }, target: 'downloading' },
          { target: 'givenUp' },
        ],
      },
    },
    givenUp: {
      entry: [
        { type: 'record', params: { kind: 'update-given-up', with: ['update'] } },
        { type: 'tell', params: { role: 'updates', event: 'NEXT' } },
      ],
      on: { OFFERED: 'offered' },
    },
  },
});

export const updateDefinition: ChartDefinition = {
  name: 'update',
  machine: updateChart,
  parameters: updateParameters,
  counters: ['tries'],
  slots: ['update'],
  roles: ['hinge', 'updates'],
};
