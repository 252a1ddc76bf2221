import { AwsError } from '../protocol/awsError.ts';

/**
 * How a send may fail: `throttling` and `messageRejected` are answers of SES, `serverError` is its 500, `timeout` never
 * answers and sends nothing, `answerLost` sends the mail and drops the connection before the answer.
 */
export type FaultKind = 'throttling' | 'messageRejected' | 'serverError' | 'timeout' | 'answerLost';

/** The faults that lie ahead, in the order in which they were asked for. */
export class Faults {
  readonly #next: FaultKind[] = [];

  add(kind: FaultKind, times: number): void {
    for (let i = 0; i < times; i += 1) this.#next.push(kind);
  }

  /** The fault of the send that begins now, if it is to have one. One that is an answer is thrown. */
  take(): 'timeout' | 'answerLost' | undefined {
    const kind = this.#next.shift();
    switch (kind) {
      case 'throttling':
        throw new AwsError('Throttling', 'Maximum sending rate exceeded.');
      case 'messageRejected':
        throw new AwsError('MessageRejected', 'Email rejected as the test asked.');
      case 'serverError':
        throw new AwsError('InternalFailure', 'The request failed as the test asked.', 500);
      default:
        return kind;
    }
  }
}
