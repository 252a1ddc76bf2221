import { AwsError } from '../protocol/awsError.ts';
import type { Faults } from '../protocol/faults.ts';

/** The work was done, and nobody hears of it. Over HTTP the connection ends without an answer. */
export class AnswerLost extends AwsError {
  constructor() {
    super('InternalServerErrorException', 'The answer was lost as the test asked', 500);
  }
}

/** An operation that fails when a test asked for it. One that is to time out never settles. */
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
