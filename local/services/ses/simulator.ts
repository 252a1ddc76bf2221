/** What becomes of a mail. */
export type Fate = 'delivered' | 'bounced' | 'complained' | 'onGlobalList';

const FATES: { readonly [name: string]: Fate } = {
  success: 'delivered',
  bounce: 'bounced',
  complaint: 'complained',
  suppressionlist: 'onGlobalList',
  // The automatic answer of someone who is out of the office comes after the delivery.
  ooto: 'delivered',
};

/**
 * What happens to a mail to this address: all are delivered but those to the mailbox simulator, which takes labels, as
 * in `bounce+label@simulator.amazonses.com` ("Using the Amazon SES mailbox simulator manually"). It puts nobody on the
 * suppression list.
 */
export function fateOf(address: string): Fate {
  const [local = '', domain = ''] = address.toLowerCase().split('@');
  if (domain !== 'simulator.amazonses.com') return 'delivered';
  // Its other addresses do not exist.
  return FATES[local.split('+')[0] ?? ''] ?? 'bounced';
}
