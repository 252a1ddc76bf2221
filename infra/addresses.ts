import { Fn } from 'aws-cdk-lib';

/** The host of an address that is only known at deployment. */
export function hostOf(url: string): string {
  return Fn.select(2, Fn.split('/', url));
}

/** The scheme and host of an address that is only known at deployment. */
export function originOf(url: string): string {
  return Fn.join('//', [Fn.select(0, Fn.split('/', url)), hostOf(url)]);
}
