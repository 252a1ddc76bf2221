import { describe, expect, it } from 'vitest';
import { apiKeyExpiry } from '../../../infra/apiKeyExpiry.ts';

describe('the expiry of the API key', () => {
  it('the API key’s expiry is the same for every deployment of a month', () => {
    const first = apiKeyExpiry(new Date('2026-11-01T00:00:00Z'));
    const last = apiKeyExpiry(new Date('2026-11-30T23:59:59Z'));
    expect(first).toEqual(last);
    expect(first).toEqual(new Date('2027-10-01T00:00:00Z'));
  });

  it('the API key’s expiry is never beyond the 365 days that AppSync allows, leap years included', () => {
    for (let month = 0; month < 48; month += 1) {
      const now = new Date(Date.UTC(2027, month, 1));
      const days = (apiKeyExpiry(now).getTime() - now.getTime()) / 86_400_000;
      expect(days).toBeGreaterThan(330);
      expect(days).toBeLessThanOrEqual(365);
    }
  });
});
