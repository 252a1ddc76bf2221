import { describe, expect, it } from 'vitest';
import { readAuthRequest } from '../../../../../services/auth/request.ts';
import { addressBlock } from '../../../../../services/auth/throttling/addressBlock.ts';

describe('the address block for throttling', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['0:0:0:0:0:FFFF:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002:ffff::1', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['64:ff9b::203.0.113.7', '64:ff9b:0:0::/64'],
    ['no address', 'no address'],
  ])('addressBlock of %s is %s', (address, block) => expect(addressBlock(address)).toBe(block));

  it.each([
    ['203.0.113.7:50000', '203.0.113.7'],
    ['2001:0db8:0001:0002:0003:0004:0005:0006:50000', '2001:0db8:0001:0002:0003:0004:0005:0006'],
    ['2001:db8::6:443', '2001:db8::6'],
    ['[2001:db8::6]:443', '2001:db8::6'],
    [undefined, '192.0.2.1'],
  ])('readAuthRequest reads the address from CloudFront’s header: %s', (viewer, address) => {
    const event = {
      headers: viewer === undefined ? {} : { 'cloudfront-viewer-address': viewer },
      requestContext: { http: { method: 'POST', sourceIp: '192.0.2.1' } },
      rawPath: '/auth/token',
      isBase64Encoded: false,
    };
    // Nothing else of the event is read.
    expect(readAuthRequest(event as never).address).toBe(address);
  });
});
