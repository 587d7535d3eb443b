import { describe, expect, it } from 'vitest';
import { controllersOf, parseControllerChoice } from './ControllerChoice.js';

describe('the choice of controllers', () => {
  it('reads a kind for all machines and for one by name', () => {
    expect(parseControllerChoice('model')).toEqual({ machine: null, kind: 'model' });
    expect(parseControllerChoice('harbour-house-1=model')).toEqual({ machine: 'harbour-house-1', kind: 'model' });
  });

  it('refuses what does not exist, and says what does', () => {
    expect(parseControllerChoice('steam')).toEqual({
      error: "--controller steam: there is no controller 'steam'; there is model",
    });
    expect(parseControllerChoice('=model')).toHaveProperty('error', expect.stringContaining("before '='"));
  });

  it('gives every machine one controller, and refuses a machine that is not there', () => {
    expect(controllersOf(['a', 'b'], [{ machine: 'b', kind: 'model' }])).toEqual({ a: 'model', b: 'model' });
    expect(controllersOf(['a'], [{ machine: 'c', kind: 'model' }])).toHaveProperty(
      'error',
      expect.stringContaining('there is a'),
    );
  });
});
