import { formatJavaTime } from './formatJavaTime.ts';
import { parseJavaTime } from './parseJavaTime.ts';

/** `util.time` of APPSYNC_JS ("Time helpers in util.time"). */
export const time = {
  nowISO8601: (): string => new Date().toISOString(),
  nowEpochSeconds: (): number => Math.floor(Date.now() / 1000),
  nowEpochMilliSeconds: (): number => Date.now(),
  nowFormatted: (format: string, timezone = 'UTC'): string =>
    formatJavaTime(Date.now(), format, timezone),
  parseFormattedToEpochMilliSeconds: (
    timestamp: string,
    format: string,
    timezone?: string,
  ): number => parseJavaTime(timestamp, format, timezone),
  parseISO8601ToEpochMilliSeconds(timestamp: string): number {
    const parsed = Date.parse(timestamp);
    if (!/T.*(Z|[+-]\d{2}:?\d{2})$/.test(timestamp) || Number.isNaN(parsed)) {
      throw new Error(`"${timestamp}" is not an ISO 8601 timestamp with an offset`);
    }
    return parsed;
  },
  epochMilliSecondsToSeconds: (milliseconds: number): number => Math.floor(milliseconds / 1000),
  epochMilliSecondsToISO8601: (milliseconds: number): string =>
    new Date(milliseconds).toISOString(),
  epochMilliSecondsToFormatted: (milliseconds: number, format: string, timezone = 'UTC'): string =>
    formatJavaTime(milliseconds, format, timezone),
};
