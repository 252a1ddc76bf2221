import { S3Error } from './s3Error.ts';

const CRLF = Buffer.from('\r\n');

/**
 * Decodes the `aws-chunked` framing of a body: `<size in hex>[;chunk-signature=…]\r\n<bytes>\r\n`,
 * ended by a chunk of size 0 and trailing headers, which are stored in `trailers` ("Signature
 * calculations for the authorization header: transferring payload in multiple chunks"). Chunk
 * signatures are not checked.
 */
export async function* decodeAwsChunked(
  body: AsyncIterable<Buffer>,
  trailers: Map<string, string>,
): AsyncGenerator<Buffer> {
  const reader = new Reader(body);
  for (;;) {
    const head = await reader.line();
    const size = Number.parseInt(head, 16);
    if (!/^[0-9a-fA-F]+(;|$)/.test(head)) throw incomplete(`chunk size "${head}"`);
    if (size === 0) break;
    yield* reader.bytes(size);
    const end = await reader.line();
    if (end !== '') throw incomplete(`"${end}" after a chunk of ${size} bytes`);
  }
  for (let line = await reader.line(true); line !== ''; line = await reader.line(true)) {
    const colon = line.indexOf(':');
    trailers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
}

class Reader {
  readonly #source: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(body: AsyncIterable<Buffer>) {
    this.#source = body[Symbol.asyncIterator]();
  }

  async #more(): Promise<boolean> {
    const { value, done } = await this.#source.next();
    if (done) return false;
    this.#rest = this.#rest.length === 0 ? value : Buffer.concat([this.#rest, value]);
    return true;
  }

  /**
   * Returns the next line without its newline. At the end of the body, returns an empty line if
   * `endAllowed`, otherwise throws.
   */
  async line(endAllowed = false): Promise<string> {
    let end = this.#rest.indexOf(CRLF);
    while (end < 0) {
      if (!(await this.#more())) {
        if (endAllowed && this.#rest.length === 0) return '';
        throw incomplete('the end of the body');
      }
      end = this.#rest.indexOf(CRLF);
    }
    const line = this.#rest.toString('latin1', 0, end);
    this.#rest = this.#rest.subarray(end + CRLF.length);
    return line;
  }

  async *bytes(count: number): AsyncGenerator<Buffer> {
    let left = count;
    while (left > 0) {
      if (this.#rest.length === 0 && !(await this.#more())) throw incomplete('the end of the body');
      const part = this.#rest.subarray(0, left);
      this.#rest = this.#rest.subarray(part.length);
      left -= part.length;
      yield part;
    }
  }
}

function incomplete(seen: string): S3Error {
  return new S3Error('IncompleteBody', 400, `The aws-chunked body is cut or malformed: ${seen}`);
}
