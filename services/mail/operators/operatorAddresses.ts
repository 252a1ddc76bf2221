import { log } from '../../lib/log.ts';
import { isAddress } from '../isAddress.ts';

/**
 * The addresses of `OPERATOR_MAIL`, which stand there with commas; none when it is empty. What is no
 * address is left out and logged: the others are to be told all the same.
 */
export function operatorAddresses(environment: NodeJS.ProcessEnv = process.env): string[] {
  const { OPERATOR_MAIL } = environment;
  if (OPERATOR_MAIL === undefined) throw new Error('OPERATOR_MAIL is not set; expected addresses');
  const addresses = OPERATOR_MAIL.split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
  for (const wrong of addresses.filter((address) => !isAddress(address))) {
    log.error(
      `OPERATOR_MAIL holds ${JSON.stringify(wrong)}, which is told nothing; expected addresses with commas`,
    );
  }
  return [...new Set(addresses.filter(isAddress))];
}
