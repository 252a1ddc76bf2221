import type { Measurement } from '../../lib/metric.ts';

interface Directive {
  Namespace?: unknown;
  Dimensions?: unknown;
  Metrics?: unknown;
}

/**
 * Returns the measurements in a log line in the embedded metric format ("Specification: Embedded
 * metric format"); none for any other line. Skips a metric whose value or dimension is missing from
 * the line. CloudWatch reads a line only if the JSON is all of it.
 */
export function readEmbedded(line: string): Measurement[] {
  if (!line.startsWith('{') || !line.includes('"_aws"')) return [];
  let root: { [member: string]: unknown };
  try {
    root = JSON.parse(line);
  } catch {
    return [];
  }
  const { Timestamp: at, CloudWatchMetrics: directives } = Object(root._aws);
  if (typeof at !== 'number' || !Array.isArray(directives)) return [];
  return directives.flatMap((directive: Directive) => readDirective(root, directive, at));
}

function readDirective(
  root: { [member: string]: unknown },
  { Namespace, Dimensions, Metrics }: Directive,
  at: number,
): Measurement[] {
  if (typeof Namespace !== 'string' || !Array.isArray(Dimensions) || !Array.isArray(Metrics)) {
    return [];
  }
  const sets = Dimensions.map((names: string[]) => readDimensions(root, names)).filter(
    (dimensions) => dimensions !== null,
  );
  return Metrics.flatMap(({ Name: name }: { Name: string }) =>
    [root[name]]
      .flat()
      .filter((value) => typeof value === 'number')
      .flatMap((value) =>
        sets.map((dimensions) => ({
          metric: { namespace: Namespace, name, dimensions },
          value,
          at,
        })),
      ),
  );
}

/** Returns null if a dimension has no value. */
function readDimensions(
  root: { [member: string]: unknown },
  names: string[],
): { [name: string]: string } | null {
  const entries = names.map((name): [string, unknown] => [name, root[name]]);
  if (entries.some(([, value]) => typeof value !== 'string')) return null;
  return Object.fromEntries(entries) as { [name: string]: string };
}
