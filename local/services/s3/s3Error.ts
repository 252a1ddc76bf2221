import { AwsError } from '../protocol/awsError.ts';
import { escapeXml } from '../protocol/xml.ts';

/** An error response with the code and HTTP status from S3's "Error responses" page. */
export class S3Error extends AwsError {
  readonly code: string;

  constructor(code: string, status: number, message: string) {
    super(code, message, status);
    this.code = code;
  }

  toXml(resource: string, requestId: string): string {
    return (
      `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${this.code}</Code>` +
      `<Message>${escapeXml(this.message)}</Message><Resource>${escapeXml(resource)}</Resource>` +
      `<RequestId>${requestId}</RequestId></Error>`
    );
  }
}

/** The error for an S3 feature that is not emulated, by name. */
export function notEmulated(what: string): S3Error {
  return new S3Error('NotImplemented', 501, `${what} is not emulated on this machine`);
}
