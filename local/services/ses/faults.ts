/**
 * How a send may fail: `throttling` and `messageRejected` are answers of SES, `serverError` is its 500, `timeout` never
 * answers and sends nothing, `answerLost` sends the mail and drops the connection before the answer.
 */
export type FaultKind = 'throttling' | 'messageRejected' | 'serverError' | 'timeout' | 'answerLost';
