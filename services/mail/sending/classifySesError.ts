import type { SendOutcome } from './mailer.ts';

/** Answers that concern only this mail and would be the same on a retry. */
const REJECTIONS = ['MessageRejected', 'InvalidParameterValue', 'InvalidParameterValueException'];

/** No connection was made, so nothing can have been sent. */
const NEVER_CONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

/**
 * Maps an error of `SendRawEmail` to the mail's outcome. Only an answer with a 4xx status proves
 * that the mail was not sent: throttling, a paused account, a missing permission or credential. A
 * timeout, a broken connection or a 5xx proves nothing.
 */
export function classifySesError(error: unknown): SendOutcome {
  const { name, message, code, status } = describe(error);
  const reason = `${name}: ${withoutAddresses(message)}`;
  if (REJECTIONS.includes(name)) return { kind: 'REJECTED', reason };
  if (NEVER_CONNECTED.includes(code)) return { kind: 'POSTPONED', reason };
  // 408 is a request timeout: how much of the request arrived is unknown.
  if (status >= 400 && status < 500 && status !== 408) return { kind: 'POSTPONED', reason };
  // Names with the same meaning, for when a proxy has hidden the status.
  if (/^(Throttling|TooManyRequests)/.test(name)) return { kind: 'POSTPONED', reason };
  return { kind: 'UNKNOWN', reason };
}

function describe(error: unknown) {
  if (!(error instanceof Error)) {
    return { name: 'Error', message: String(error), code: '', status: 0 };
  }
  // Added by the SDK and by Node.
  const more = error as { code?: string; $metadata?: { httpStatusCode?: number } };
  return {
    name: error.name,
    message: error.message,
    code: more.code ?? '',
    status: more.$metadata?.httpStatusCode ?? 0,
  };
}

// SES repeats addresses in its messages; they must not be stored.
function withoutAddresses(text: string): string {
  return text.replace(/[^\s<>:,;]+@[^\s<>:,;]+/g, '(address)');
}
