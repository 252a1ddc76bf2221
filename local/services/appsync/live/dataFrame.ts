/** A message of the WebSocket protocol as it goes over the wire, in one piece or two. */
export type Frame = Buffer[];

/** A larger payload is not copied for each client but written after its beginning. */
const MAX_COPIED_BYTES = 16 * 1024;

const FINAL_TEXT = 0x81;

/**
 * The frame of a `data` message. `head` is what `dataHead` made of the subscription's id, `payload`
 * the rest of the message, which is the same for all who listen alike.
 */
export function frameData(head: Buffer, payload: Buffer): Frame {
  const length = head.length + payload.length;
  const isCopied = payload.length <= MAX_COPIED_BYTES;
  const begins = lengthBytes(length) + 2;
  const frame = Buffer.allocUnsafe(begins + head.length + (isCopied ? payload.length : 0));
  writeHeader(frame, length);
  head.copy(frame, begins);
  if (!isCopied) return [frame, payload];
  payload.copy(frame, begins + head.length);
  return [frame];
}

/** The beginning of every `data` message to one subscription, up to its payload. */
export function dataHead(id: string): Buffer {
  return Buffer.from(`{"id":${JSON.stringify(id)},"type":"data","payload":`);
}

/** The end of a `data` message, with what one answer selects. */
export function dataPayload(answer: object): Buffer {
  return Buffer.from(`${JSON.stringify(answer)}}`);
}

/** How many bytes tell a length, besides the first one (RFC 6455, section 5.2). */
function lengthBytes(length: number): number {
  return length < 126 ? 0 : length < 65_536 ? 2 : 8;
}

function writeHeader(frame: Buffer, length: number): void {
  frame[0] = FINAL_TEXT;
  switch (lengthBytes(length)) {
    case 0:
      frame[1] = length;
      break;
    case 2:
      frame[1] = 126;
      frame.writeUInt16BE(length, 2);
      break;
    default:
      frame[1] = 127;
      frame.writeUInt32BE(0, 2);
      frame.writeUInt32BE(length, 6);
  }
}
