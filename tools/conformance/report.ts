import type { Finding, Verdict } from './judge.ts';

/** In the order of interest to readers. */
const VERDICTS: Verdict[] = ['refuted', 'no answer', 'not asked', 'confirmed'];

export interface Report {
  endpoint: string;
  /** When it was asked, ISO 8601. */
  at: string;
  totals: { [verdict in Verdict]: number };
  findings: Finding[];
}

export function writeReport(endpoint: string, findings: Finding[]): Report {
  const count = (verdict: Verdict) => findings.filter((one) => one.verdict === verdict).length;
  const totals = Object.fromEntries(VERDICTS.map((verdict) => [verdict, count(verdict)]));
  // Every verdict was counted just above.
  return { endpoint, at: new Date().toISOString(), totals: totals as Report['totals'], findings };
}

/** Formats the report for people: a table by suite and by status, then everything unconfirmed. */
export function describeReport({ endpoint, findings, totals }: Report): string {
  const open = findings.filter(({ verdict }) => verdict !== 'confirmed');
  return [
    `${findings.length} beliefs about AppSync, asked of ${endpoint}`,
    '',
    ...table('suite', findings, ({ id }) => id.split('.')[0] ?? ''),
    '',
    ...table('status', findings, ({ status }) => status),
    '',
    ...VERDICTS.flatMap((verdict) =>
      open.filter((one) => one.verdict === verdict).map(describeFinding),
    ),
    VERDICTS.map((verdict) => `${totals[verdict]} ${verdict}`).join(', '),
  ].join('\n');
}

function describeFinding({ id, says, status, source, verdict, expected, seen }: Finding): string {
  const lines = [`${verdict}: ${id} (${status}; ${source})`, `  ${says}`];
  if (expected !== undefined) lines.push(`  expected  ${JSON.stringify(expected)}`);
  if (seen !== undefined) lines.push(`  seen      ${JSON.stringify(seen)}`);
  return `${lines.join('\n')}\n`;
}

function table(
  title: string,
  findings: Finding[],
  groupOf: (finding: Finding) => string,
): string[] {
  const names = [...new Set(findings.map(groupOf))];
  const rows = names.map((name) => {
    const own = findings.filter((finding) => groupOf(finding) === name);
    return [name, ...VERDICTS.map((verdict) => countOf(own, verdict))];
  });
  const all = [[title, ...VERDICTS], ...rows];
  const widths = all[0]?.map((_, column) =>
    Math.max(...all.map((row) => (row[column] ?? '').length)),
  );
  return all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function countOf(findings: Finding[], verdict: Verdict): string {
  const count = findings.filter((finding) => finding.verdict === verdict).length;
  return count === 0 ? '-' : String(count);
}
