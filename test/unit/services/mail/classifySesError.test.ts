import { expect, test } from 'vitest';
import { classifySesError } from '../../../../services/mail/sending/classifySesError.ts';

function sesError(name: string, httpStatusCode?: number, message = 'said SES', code?: string) {
  return Object.assign(new Error(message), { name, code, $metadata: { httpStatusCode } });
}

test.each([
  ['MessageRejected', 400],
  ['InvalidParameterValue', 400],
])('%s is about this mail alone', (name, status) => {
  expect(classifySesError(sesError(name, status)).kind).toBe('REJECTED');
});

test.each([
  ['Throttling', 400],
  ['ThrottlingException', 429],
  ['Throttling', undefined],
  ['AccountSendingPausedException', 400],
  ['ConfigurationSetDoesNotExist', 400],
  ['MailFromDomainNotVerifiedException', 400],
  ['AccessDenied', 403],
  ['ExpiredToken', 403],
])('%s with %s is certainly not sent, and tried later', (name, status) => {
  expect(classifySesError(sesError(name, status)).kind).toBe('POSTPONED');
});

test('a connection that was never made is tried later', () => {
  expect(classifySesError(sesError('Error', undefined, '', 'ECONNREFUSED')).kind).toBe('POSTPONED');
});

test.each([
  ['TimeoutError', undefined],
  ['Error', undefined],
  ['InternalFailure', 500],
  ['ServiceUnavailable', 503],
  ['RequestTimeout', 408],
])('%s with %s may have been sent', (name, status) => {
  expect(classifySesError(sesError(name, status)).kind).toBe('UNKNOWN');
});

test('a reset connection may have been sent', () => {
  expect(classifySesError(sesError('Error', undefined, '', 'ECONNRESET')).kind).toBe('UNKNOWN');
});

test('what is not even an error may have been sent', () => {
  expect(classifySesError('lost').kind).toBe('UNKNOWN');
});

test('reasons repeat no address', () => {
  const error = sesError(
    'MessageRejected',
    400,
    'Email address is not verified. The following identities failed the check in region AP-NORTHEAST-1: hanako@reader.example, 太郎 <taro@reader.example>',
  );
  expect(JSON.stringify(classifySesError(error))).not.toContain('reader.example');
});
