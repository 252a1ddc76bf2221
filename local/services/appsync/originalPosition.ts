import { SourceMap } from 'node:module';

/** Where a place in bundled code was written, by the inline source map if it has one: `file:line`. */
export function originalPosition(code: string, file: string, line: number, column: number): string {
  const match = /\/\/# sourceMappingURL=data:application\/json[^,]*;base64,([\w+/=]+)\s*$/.exec(
    code,
  );
  if (!match) return `${file}:${line}`;
  const map = new SourceMap(JSON.parse(Buffer.from(match[1] as string, 'base64').toString('utf8')));
  const entry = map.findEntry(line - 1, column - 1);
  return 'originalSource' in entry
    ? `${entry.originalSource}:${entry.originalLine + 1}`
    : `${file}:${line}`;
}
