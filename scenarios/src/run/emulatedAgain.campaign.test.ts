import { describe, expect, it } from 'vitest';
import { boardCampaignNames, differencesOnBoard } from '../../test/boardCampaign.js';

describe('the campaign of scenarios on the emulated board, the other half', () => {
  it.each(boardCampaignNames(1))('[H4] %s is equal on the model and the firmware with 20 more seeds', (name) => {
    expect(differencesOnBoard(name)).toEqual([]);
  });
});
