import { isAddress } from '../isAddress.ts';

/**
 * The addresses of `OPERATOR_MAIL`, which stand there with commas; none when it is empty. Throws and
 * names what is no address.
 */
export function operatorAddresses(environment: NodeJS.ProcessEnv = process.env): string[] {
  const { OPERATOR_MAIL } = environment;
  if (OPERATOR_MAIL === undefined) throw new Error('OPERATOR_MAIL is not set; expected addresses');
  const addresses = OPERATOR_MAIL.split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
  const wrong = addresses.find((address) => !isAddress(address));
  if (wrong === undefined) return [...new Set(addresses)];
  throw new Error(`OPERATOR_MAIL holds ${JSON.stringify(wrong)}; expected addresses with commas`);
}
