import { AwsError } from '../protocol/awsError.ts';
import type { Faults } from '../protocol/faults.ts';

/** The work was done, but no answer is sent. Over HTTP the connection closes without one. */
export class AnswerLost extends AwsError {
  constructor() {
    super('InternalServerErrorException', 'The answer was dropped as requested by the test', 500);
  }
}

/** Wraps an operation so that it fails when a test requests it. A timeout never settles. */
export function withFaults<In, Out>(
  faults: Faults,
  name: string,
  operation: (request: In) => Promise<Out>,
): (request: In) => Promise<Out> {
  return async (request) => {
    const fault = faults.take(name);
    if (fault === 'timeout') return new Promise<never>(() => undefined);
    const answer = await operation(request);
    if (fault === 'answerLost') throw new AnswerLost();
    return answer;
  };
}
