import { describe, expect, it } from 'vitest';
import { BadController, parseController, writeController } from './Controller.js';
import { chooseControllers } from './chooseControllers.js';

describe('a controller', () => {
  it.each([
    ['model', { kind: 'model' }],
    ['emulated', { kind: 'emulated' }],
    ['serial:/dev/ttyACM0', { kind: 'serial', path: '/dev/ttyACM0' }],
    ['tcp:127.0.0.1:502', { kind: 'tcp', host: '127.0.0.1', port: 502 }],
    ['profile:textline@serial:/dev/ttyS1', { kind: 'serial', path: '/dev/ttyS1', profile: 'textline' }],
    ['profile:my/a@b.yaml@tcp:gate:502', { kind: 'tcp', host: 'gate', port: 502, profile: 'my/a@b.yaml' }],
    ['tcp:board-3:5020', { kind: 'tcp', host: 'board-3', port: 5020 }],
  ])('%s is read, and written the same', (text, controller) => {
    expect(parseController(text)).toEqual(controller);
    expect(writeController(parseController(text))).toBe(text);
  });

  it('of an IPv6 address may stand in brackets', () => {
    expect(parseController('tcp:[::1]:502')).toEqual({ kind: 'tcp', host: '::1', port: 502 });
  });

  it.each([
    ['steam', /there is no controller 'steam'; there is model, emulated, serial:PATH, tcp:HOST:PORT, profile:/],
    ['profile:textline', /profile:NAME@serial:PATH/],
    ['serial:', /a port such as \/dev\/ttyACM0/],
    ['tcp:502', /tcp:HOST:PORT was expected/],
    ['tcp:here:0', /tcp:HOST:PORT was expected/],
    ['tcp:here:99999', /tcp:HOST:PORT was expected/],
    ['tcp:here:5o2', /tcp:HOST:PORT was expected/],
  ])('%s is none', (text, message) => {
    expect(() => parseController(text)).toThrow(BadController);
    expect(() => parseController(text)).toThrow(message);
  });
});

describe('the choice of controllers', () => {
  it('gives every machine the last one that names it, else the last for all, else the model', () => {
    const model = { kind: 'model' };
    const emulated = { kind: 'emulated' };
    expect(chooseControllers(['a', 'b'], [])).toEqual({ a: model, b: model });
    expect(chooseControllers(['a', 'b'], ['b=emulated'])).toEqual({ a: model, b: emulated });
    expect(chooseControllers(['a', 'b'], ['a=model', 'model', 'emulated'])).toEqual({ a: model, b: emulated });
    expect(chooseControllers(['a'], ['a=emulated', 'a=model'])).toEqual({ a: model });
  });

  it('reads a path with an equals sign in it', () => {
    expect(chooseControllers(['a'], ['serial:/dev/by-id/x=1'])).toEqual({ a: { kind: 'serial', path: '/dev/by-id/x=1' } });
  });

  it.each([
    ['=model', /--controller =model: a machine's name was expected before '='/],
    ['c=model', /--controller c=model: no machine of that name; there is a, b/],
    ['harbor=model', /no machine of that name; there is a, b/],
    ['a=steam', /--controller a=steam: there is no controller 'steam'/],
    ['emulatd', /--controller emulatd: there is no controller 'emulatd'; did you mean emulated\?$/],
    ['serail:/dev/ttyACM0', /there is no controller 'serail:\/dev\/ttyACM0'; did you mean serial:\/dev\/ttyACM0\?$/],
  ])('refuses %s', (text, message) => {
    expect(() => chooseControllers(['a', 'b'], [text])).toThrow(message);
  });
});
