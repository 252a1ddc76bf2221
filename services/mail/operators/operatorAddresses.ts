import { log } from '../../lib/log.ts';
import { isAddress } from '../isAddress.ts';

/**
 * Parses the comma-separated addresses of `OPERATOR_MAIL`; none if it is empty. Skips and logs
 * invalid addresses, so that the others are still notified.
 */
export function operatorAddresses(environment: NodeJS.ProcessEnv = process.env): string[] {
  const { OPERATOR_MAIL } = environment;
  if (OPERATOR_MAIL === undefined)
    throw new Error('OPERATOR_MAIL is not set; expected mail addresses');
  const addresses = OPERATOR_MAIL.split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
  for (const wrong of addresses.filter((address) => !isAddress(address))) {
    log.error(
      `OPERATOR_MAIL contains ${JSON.stringify(wrong)}, which is not an address and is skipped; expected comma-separated addresses`,
    );
  }
  return [...new Set(addresses.filter(isAddress))];
}
