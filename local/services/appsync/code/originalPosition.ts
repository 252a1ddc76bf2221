import { SourceMap } from 'node:module';

/**
 * Where a place in bundled code was written: `file:line:column` by the inline source map, or else
 * the place in the bundle with the file that the bundler has named above it. Both count from 1.
 */
export function originalPosition(code: string, file: string, line: number, column: number): string {
  const match = /\/\/# sourceMappingURL=data:application\/json[^,]*;base64,([\w+/=]+)\s*$/.exec(
    code,
  );
  if (!match) {
    const above = code.split('\n').slice(0, line).reverse();
    const source = above.find((text) => /^\/\/ \S+\.[cm]?[jt]s$/.test(text))?.slice(3);
    const place = `${file}:${line}:${column}`;
    return source ? `${place} from ${source}` : place;
  }
  const map = new SourceMap(JSON.parse(Buffer.from(match[1] as string, 'base64').toString('utf8')));
  const entry = map.findEntry(line - 1, column - 1);
  return 'originalSource' in entry
    ? `${entry.originalSource}:${entry.originalLine + 1}:${entry.originalColumn + 1}`
    : `${file}:${line}:${column}`;
}
