import { expect, test } from 'vitest';
import { classifySesError } from '../../../../services/mail/sending/classifySesError.ts';

function sesError(name: string, httpStatusCode?: number, message = 'said SES', code?: string) {
  return Object.assign(new Error(message), { name, code, $metadata: { httpStatusCode } });
}

test.each([
  ['MessageRejected', 400],
  ['InvalidParameterValue', 400],
])('classifySesError treats %s as a rejection of this mail alone', (name, status) => {
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
])('classifySesError postpones after %s with %s, which was certainly not sent', (name, status) => {
  expect(classifySesError(sesError(name, status)).kind).toBe('POSTPONED');
});

test('classifySesError postpones if no connection was made', () => {
  expect(classifySesError(sesError('Error', undefined, '', 'ECONNREFUSED')).kind).toBe('POSTPONED');
});

test.each([
  ['TimeoutError', undefined],
  ['Error', undefined],
  ['InternalFailure', 500],
  ['ServiceUnavailable', 503],
  ['RequestTimeout', 408],
])('classifySesError treats %s with %s as possibly sent', (name, status) => {
  expect(classifySesError(sesError(name, status)).kind).toBe('UNKNOWN');
});

test('classifySesError treats a reset connection as possibly sent', () => {
  expect(classifySesError(sesError('Error', undefined, '', 'ECONNRESET')).kind).toBe('UNKNOWN');
});

test('classifySesError treats a thrown value that is not an error as possibly sent', () => {
  expect(classifySesError('lost').kind).toBe('UNKNOWN');
});

test('classifySesError removes addresses from the reason', () => {
  const error = sesError(
    'MessageRejected',
    400,
    'Email address is not verified. The following identities failed the check in region AP-NORTHEAST-1: hanako@reader.example, 太郎 <taro@reader.example>',
  );
  expect(JSON.stringify(classifySesError(error))).not.toContain('reader.example');
});
