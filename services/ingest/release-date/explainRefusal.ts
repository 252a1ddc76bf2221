import type { ReleaseDateReason } from './refusedDate.ts';

const STATUS = /^(?:発売中止?|発売済み?|既刊|刊行済み?|発売開始済み?|中止|販売中|品切れ?|絶版)$/;

/** Forms with a specific reason for refusal; the first match counts. */
const REASONS: [RegExp, ReleaseDateReason][] = [
  [/^\d{5}(?:\.\d+)?$/, 'excel-serial'],
  [/^\d{6}$/, 'ambiguous-digits'],
  [/^\d{7,}\.\d+$|^\d(?:\.\d+)?E[+-]?\d+$/i, 'number-form'],
  [/^\d{1,2}([/.-])\d{1,2}\1\d{4}$|^\d{1,2}[/.-]\d{4}$/, 'year-not-first'],
  [/^['’]\d{2}(?:\D|$)/, 'two-digit-year'],
  [/^\d{1,2}([/.-])\d{1,2}\1\d{1,2}$|^\d{2}年/, 'two-digit-year'],
  [/^(?:1[3-9]|[2-9]\d)[/.-]\d{1,2}$/, 'two-digit-year'],
  [/^(?:0?\d|1[0-2])([/.-])\d{1,2}$/, 'year-missing'],
  [/^\d{1,2}月/, 'year-missing'],
  [/^\d{1,2}日$/, 'year-missing'],
  [
    /^[春夏秋冬]季?$|^[上中下初]旬$|^[前後]半$|^[上下]半?期$|^第[1-4]四半期$|^Q[1-4]$/i,
    'year-missing',
  ],
];

/** Returns why a text without a known form is not a date. */
export function explainRefusal(text: string): ReleaseDateReason {
  return REASONS.find(([form]) => form.test(text))?.[1] ?? 'unknown-form';
}

/** Whether a text says that a book is sold or discontinued, which is not a release date. */
export function isStatus(text: string): boolean {
  return STATUS.test(text);
}
