import { describe, expect, it } from 'vitest';
import { eventsOf } from '../../services/ses/mailEvents.ts';
import { Reputation } from '../../services/ses/reputation.ts';

/** The events of a mail to this address. */
function mailTo(address: string, undelivered = {}) {
  const mail = {
    at: '2026-11-26T00:00:00.000Z',
    messageId: 'm',
    from: 'shop@shop.example',
    to: [address],
    subject: '',
    headers: {},
    html: null,
    text: '',
    tags: {},
    undelivered,
  };
  return eventsOf(mail, 'shop@shop.example', undefined);
}

const BOUNCE = 'bounce@simulator.amazonses.com';

describe('account reputation', () => {
  it('the reputation is unknown after only a few mails', () => {
    const reputation = new Reputation();
    expect(reputation.count(mailTo(BOUNCE, { [BOUNCE]: 'BOUNCED' }), 0)).toEqual([]);
  });

  it('the reputation is the share of bounces and complaints', () => {
    const reputation = new Reputation();
    for (let n = 0; n < 18; n += 1) reputation.count(mailTo(`m${n}@reader.example`), 0);
    reputation.count(mailTo(BOUNCE, { [BOUNCE]: 'BOUNCED' }), 0);
    const rates = reputation.count(mailTo('complaint@simulator.amazonses.com'), 7);
    expect(rates.map(({ metric, value, at }) => [metric.name, value, at])).toEqual([
      ['Reputation.BounceRate', 0.05, 7],
      ['Reputation.ComplaintRate', 0.05, 7],
    ]);
  });

  it('the reputation ignores mails of long ago', () => {
    const reputation = new Reputation();
    for (let n = 0; n < 30; n += 1) reputation.count(mailTo(BOUNCE, { [BOUNCE]: 'BOUNCED' }), 0);
    for (let n = 0; n < 1000; n += 1) reputation.count(mailTo(`m${n}@reader.example`), 0);
    expect(reputation.count(mailTo('m@reader.example'), 0)[0]?.value).toBe(0);
  });
});
