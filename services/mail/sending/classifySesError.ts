import type { SendOutcome } from './mailer.ts';

/** Answers that are about this mail alone and would be the same next time. */
const REJECTIONS = ['MessageRejected', 'InvalidParameterValue', 'InvalidParameterValueException'];

/** The connection was never made, so nothing can have been sent. */
const NEVER_CONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

/**
 * What an error of `SendRawEmail` says of the mail. Only an answer with a 4xx status is proof that
 * it was not sent: throttling, a paused account, a right or a credential that is missing. A timeout,
 * a broken connection or a 5xx proves nothing.
 */
export function classifySesError(error: unknown): SendOutcome {
  const { name, message, code, status } = describe(error);
  const reason = `${name}: ${withoutAddresses(message)}`;
  if (REJECTIONS.includes(name)) return { kind: 'REJECTED', reason };
  if (NEVER_CONNECTED.includes(code)) return { kind: 'POSTPONED', reason };
  // 408 is a timeout on the way in: how much of the request arrived is not known.
  if (status >= 400 && status < 500 && status !== 408) return { kind: 'POSTPONED', reason };
  // Names that say the same when a proxy has hidden the status.
  if (/^(Throttling|TooManyRequests)/.test(name)) return { kind: 'POSTPONED', reason };
  return { kind: 'UNKNOWN', reason };
}

function describe(error: unknown) {
  if (!(error instanceof Error)) {
    return { name: 'Error', message: String(error), code: '', status: 0 };
  }
  // The SDK and Node add these to their errors.
  const more = error as { code?: string; $metadata?: { httpStatusCode?: number } };
  return {
    name: error.name,
    message: error.message,
    code: more.code ?? '',
    status: more.$metadata?.httpStatusCode ?? 0,
  };
}

// SES repeats addresses in its messages; they are kept nowhere.
function withoutAddresses(text: string): string {
  return text.replace(/[^\s<>:,;]+@[^\s<>:,;]+/g, '(address)');
}
