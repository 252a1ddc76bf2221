import { AwsError } from '../protocol/awsError.ts';
import { escapeXml } from '../protocol/xml.ts';

/** An answer that refuses, with the code and the HTTP status that S3's "Error responses" page lists. */
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

/** Something of S3 that does not exist on this machine, by its name. */
export function notEmulated(what: string): S3Error {
  return new S3Error('NotImplemented', 501, `${what} is not emulated on this machine`);
}
