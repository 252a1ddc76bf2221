import type { RejectPartsFragment } from '../../../../generated/operatorDocuments.ts';

/** Spreadsheets recognize UTF-8 by this mark. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The first characters of a cell that a spreadsheet might evaluate, including full-width ones. */
const BEGINS_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** Formats rejects as CSV with these headings; every cell is text, so that nothing is evaluated. */
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
