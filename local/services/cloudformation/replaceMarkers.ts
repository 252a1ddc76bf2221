import { NotEmulated } from '../../lib/refuse.ts';
import type { Json } from '../../lib/resource.ts';

/** How values replace their markers. */
export interface MarkerSettings {
  jsonEscape?: boolean | string;
  [other: string]: Json | undefined;
}

/**
 * Replaces BucketDeployment's markers with deployment-time values. With `jsonEscape`, a value is
 * escaped for use inside a JSON string.
 */
export function replaceMarkers(
  content: Buffer,
  markers: { [marker: string]: Json },
  settings: MarkerSettings,
): Buffer {
  const { jsonEscape, ...others } = settings;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined)
    throw new NotEmulated(`SourceMarkersConfig.${unknown} is not emulated`);
  const pairs = Object.entries(markers);
  if (pairs.length === 0) return content;
  // latin1 preserves every byte.
  let text = content.toString('latin1');
  for (const [marker, value] of pairs) {
    const written = String(jsonEscape) === 'true' ? insideJson(value) : String(value);
    text = text.replaceAll(marker, () => Buffer.from(written, 'utf8').toString('latin1'));
  }
  return Buffer.from(text, 'latin1');
}

function insideJson(value: Json): string {
  const text = JSON.stringify(value);
  return text.startsWith('"') ? text.slice(1, -1) : text;
}
