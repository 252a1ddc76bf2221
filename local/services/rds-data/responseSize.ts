import { AwsError } from '../protocol/awsError.ts';
import type { ExecuteStatementResponse, Field } from './wire.ts';

/** 1 MiB of answer; the 10 MB of formattedRecords are documented beside this bound, not instead of it. */
const largestResponse = 1024 * 1024;

/** Refuses an answer that has more than 1 MiB as JSON. */
export function checkSize(response: ExecuteStatementResponse): void {
  if (upperBound(response) <= largestResponse) return;
  const size = Buffer.byteLength(JSON.stringify(response));
  if (size <= largestResponse) return;
  // The class is of the SDK's model ("The size was too large"), the text of the API guide's "Troubleshooting".
  throw new AwsError(
    'UnsupportedResultException',
    `Database response exceeded size limit: ${size} bytes, at most ${largestResponse}`,
  );
}

/** What an answer has at most, without writing it: a UTF-16 unit becomes six bytes of JSON at most (`\u0001`). */
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
