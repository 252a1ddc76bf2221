/** The outcome of a mail. */
export type Fate = 'delivered' | 'bounced' | 'complained' | 'onGlobalList';

const FATES: { readonly [name: string]: Fate } = {
  success: 'delivered',
  bounce: 'bounced',
  complaint: 'complained',
  suppressionlist: 'onGlobalList',
  // The out-of-office reply follows the delivery.
  ooto: 'delivered',
};

/**
 * The outcome of a mail to this address: all are delivered except those to the mailbox simulator,
 * which accepts labels as in `bounce+label@simulator.amazonses.com` ("Using the Amazon SES mailbox
 * simulator manually"). It adds no address to the suppression list.
 */
export function fateOf(address: string): Fate {
  const [local = '', domain = ''] = address.toLowerCase().split('@');
  if (domain !== 'simulator.amazonses.com') return 'delivered';
  // The simulator's other addresses do not exist.
  return FATES[local.split('+')[0] ?? ''] ?? 'bounced';
}
