/**
 * Splits an SQL file into statements. A statement ends with a semicolon at the end of a line, which
 * suffices for our own files; lines that begin with `--` are comments.
 */
export function splitStatements(sql: string): string[] {
  return sql
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('--'))
    .join('\n')
    .split(/;[ \t]*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}
