import { randomUUID } from 'node:crypto';

import { dynamodb } from './dynamodb.ts';
import { EarlyReturn, ResolverError, UnauthorizedField } from './errors.ts';
import { escapeJavaScript } from './escapeJavaScript.ts';
import { http } from './http.ts';
import { createKsuid, createUlid } from './ids.ts';
import { currentInvocation } from './invocation.ts';
import { toRegExp } from './javaRegex.ts';
import { toJsonObject } from './rds.ts';
import { refuseAll } from './refuseAll.ts';
import { time } from './time.ts';
import { toDynamoDBExpression } from './toDynamoDBExpression.ts';
import { toSubscriptionFilter } from './toSubscriptionFilter.ts';

export { extensions } from './extensions.ts';

/**
 * `@aws-appsync/utils` as it behaves inside AppSync; the published package holds only types.
 * Everything here is a plain function, so a resolver can be tested by redirecting its import here.
 */
export const util = {
  error(message: string, errorType?: string, data?: unknown, errorInfo?: unknown): never {
    throw new ResolverError(message, errorType, data, errorInfo);
  },
  appendError(message: string, errorType?: string, data?: unknown, errorInfo?: unknown): void {
    currentInvocation().appendedErrors.push(new ResolverError(message, errorType, data, errorInfo));
  },
  unauthorized(): never {
    throw new UnauthorizedField();
  },
  authType: (): string => currentInvocation().authType,
  autoId: (): string => randomUUID(),
  autoUlid: createUlid,
  autoKsuid: createKsuid,
  matches: (pattern: string, value: string): boolean => toRegExp(pattern).test(value),
  escapeJavaScript,
  urlEncode: (value: string): string => new URLSearchParams([['', value]]).toString().slice(1),
  urlDecode: (value: string): string => decodeURIComponent(value.replaceAll('+', ' ')),
  base64Encode: (value: string): string => Buffer.from(value, 'utf8').toString('base64'),
  base64Decode: (value: string): string => Buffer.from(value, 'base64').toString('utf8'),
  time,
  math: {
    roundNum: (value: number): number => Math.round(value),
    minVal: (a: number, b: number): number => Math.min(a, b),
    maxVal: (a: number, b: number): number => Math.max(a, b),
    randomDouble: (): number => Math.random(),
    randomWithinRange: (start: number, end: number): number =>
      start + Math.floor(Math.random() * (end - start)),
  },
  str: {
    normalize: (value: string, form: string): string => value.normalize(form.toUpperCase()),
  },
  transform: {
    toSubscriptionFilter,
    toDynamoDBFilterExpression: toDynamoDBExpression,
    toDynamoDBConditionExpression: toDynamoDBExpression,
    ...refuseAll('util.transform', ['toElasticsearchQueryDSL']),
  },
  rds: { toJsonObject },
  http,
  xml: refuseAll('util.xml', ['toMap', 'toJsonString']),
  dynamodb,
};

export const runtime = {
  earlyReturn(value?: unknown, options?: { skipTo: 'END' | 'NEXT' }): never {
    const skipTo = options?.skipTo ?? 'NEXT';
    if (skipTo !== 'END' && skipTo !== 'NEXT') {
      throw new TypeError(`runtime.earlyReturn skips to END or NEXT, not to ${skipTo}`);
    }
    throw new EarlyReturn(value, skipTo);
  },
};
