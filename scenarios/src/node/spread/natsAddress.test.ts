import { describe, expect, it } from 'vitest';
import { BusFault } from './BusFault.js';
import { natsAddress } from './natsAddress.js';

describe('natsAddress', () => {
  it('reads servers, ports and who we are', () => {
    expect(natsAddress('nats://bus:4223')).toEqual({ servers: ['bus:4223'], isEncrypted: false });
    expect(natsAddress('bus')).toEqual({ servers: ['bus:4222'], isEncrypted: false });
    expect(natsAddress('nats://planner:a%20b@one, nats://two:5000')).toEqual({
      servers: ['one:4222', 'two:5000'],
      isEncrypted: false,
      user: 'planner',
      password: 'a b',
    });
    expect(natsAddress('tls://s3cret@bus')).toEqual({ servers: ['bus:4222'], isEncrypted: true, token: 's3cret' });
    expect(natsAddress('nats://[::1]:4222').servers).toEqual(['[::1]:4222']);
  });

  it.each(['', 'http://bus:4222', 'nats://', 'nats://bus:99999', 'nats://bus/stream', 'nats://one,,two'])(
    "refuses '%s' and says what was expected",
    (text) => {
      expect(() => natsAddress(text)).toThrow(BusFault);
      expect(() => natsAddress(text)).toThrow('nats://HOST:PORT was expected');
    },
  );

  it('repeats no password', () => {
    expect(() => natsAddress('nats://planner:s3cret@bus:99999')).toThrow(/^(?!.*s3cret)/);
    expect(() => natsAddress('nats://planner:s3cret@bus/stream')).toThrow(/^(?!.*s3cret)/);
  });
});
