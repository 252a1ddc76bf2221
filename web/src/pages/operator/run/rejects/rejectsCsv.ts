import type { RejectPartsFragment } from '../../../../generated/operatorDocuments.ts';

/** By this mark spreadsheets know that a file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** How a cell begins that a spreadsheet might calculate, the wide forms of Japan among them. */
const BEGINS_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** Rejected records as a file for a spreadsheet, under these headings: a text, where nothing is calculated. */
export function rejectsCsv(headings: string[], rejects: RejectPartsFragment[]): string {
  const rows = rejects.map(({ line, record, column, reasonCode, reason, raw }) => [
    `${line}`,
    `${record}`,
    column ?? '',
    reasonCode,
    reason,
    raw,
  ]);
  const lines = [headings, ...rows].map((cells) => `${cells.map(toCell).join(',')}\r\n`);
  return BYTE_ORDER_MARK + lines.join('');
}

function toCell(text: string): string {
  const harmless = BEGINS_FORMULA.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
