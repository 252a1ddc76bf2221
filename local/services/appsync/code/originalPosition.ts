import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The source position of a place in bundled code: `file:line:column` from the source map, inline or
 * in a file, or else the place in the bundle with the file that the bundler has named above it.
 * Both count from 1.
 */
export function originalPosition(code: string, file: string, line: number, column: number): string {
  const [, url] = /\/\/# sourceMappingURL=((?:data|file):\S+)/.exec(code) ?? [];
  if (url === undefined) {
    const above = code.split('\n').slice(0, line).reverse();
    const source = above.find((text) => /^\/\/ \S+\.[cm]?[jt]s$/.test(text))?.slice(3);
    const place = `${file}:${line}:${column}`;
    return source ? `${place} from ${source}` : place;
  }
  const entry = new SourceMap(JSON.parse(readMap(url))).findEntry(line - 1, column - 1);
  if (!('originalSource' in entry)) return `${file}:${line}:${column}`;
  const source = nameSource(entry.originalSource, url);
  return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
}

function readMap(url: string): string {
  if (url.startsWith('file:')) return readFileSync(fileURLToPath(url), 'utf8');
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64').toString('utf8');
}

/** Source names are relative to the folder of the map. */
function nameSource(source: string, url: string): string {
  return url.startsWith('file:') ? relative('', fileURLToPath(new URL(source, url))) : source;
}
