import { AwsError } from '../protocol/awsError.ts';
import type { ExecuteStatementResponse, Field } from './wire.ts';

/** 1 MiB per answer; the documented 10 MB for formattedRecords do not replace this limit. */
const largestResponse = 1024 * 1024;

/** Rejects an answer that exceeds 1 MiB as JSON. */
export function checkSize(response: ExecuteStatementResponse): void {
  if (upperBound(response) <= largestResponse) return;
  const size = Buffer.byteLength(JSON.stringify(response));
  if (size <= largestResponse) return;
  // The class is from the SDK's model ("The size was too large"), the text from the API guide's
  // "Troubleshooting".
  throw new AwsError(
    'UnsupportedResultException',
    `Database response exceeded size limit: ${size} bytes, at most ${largestResponse}`,
  );
}

/**
 * An upper bound without serialising the answer: a UTF-16 unit is at most six bytes of JSON
 * (`\u0001`).
 */
function upperBound({
  records,
  formattedRecords,
  columnMetadata,
}: ExecuteStatementResponse): number {
  let bound = 1024 + 6 * (formattedRecords?.length ?? 0);
  bound +=
    6 *
    (columnMetadata ?? []).reduce(
      (sum, { name, label }) => sum + 512 + name.length + label.length,
      0,
    );
  for (const record of records ?? []) for (const field of record) bound += 48 + 6 * lengthOf(field);
  return bound;
}

function lengthOf({ stringValue, blobValue }: Field): number {
  return stringValue?.length ?? blobValue?.length ?? 0;
}
