import { AwsError } from '../../protocol/awsError.ts';
import { LARGEST_PAYLOAD } from '../language/thread.ts';

// StartExecution, "name": no white space, brackets, wildcards, special or control characters.
const FORBIDDEN = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]/u;

/** Rejects a name that StartExecution would reject. */
export function checkName(name: unknown): void {
  if (typeof name === 'string' && name.length >= 1 && name.length <= 80 && !FORBIDDEN.test(name)) {
    return;
  }
  const rule =
    '1 to 80 characters without white space or any of < > { } [ ] ? * " # % \\ ^ | ~ ` $ & , ; : /';
  throw new AwsError('InvalidName', `Invalid Name: '${name}': expected ${rule}`);
}

/** Rejects an input that is not JSON or is too large. */
export function checkInput(input: unknown): void {
  const size = Buffer.byteLength(String(input));
  if (size > LARGEST_PAYLOAD) {
    const seen = `the input has ${size} bytes`;
    throw new AwsError('InvalidExecutionInput', `${seen}, expected at most ${LARGEST_PAYLOAD}`);
  }
  try {
    JSON.parse(String(input));
  } catch (error) {
    throw new AwsError('InvalidExecutionInput', `Invalid State Machine Execution Input: ${error}`);
  }
}
