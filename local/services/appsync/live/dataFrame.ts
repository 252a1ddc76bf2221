/** A WebSocket message as sent, in one piece or two. */
export type Frame = Buffer[];

/** A larger payload is not copied for each client but written after its head. */
const MAX_COPIED_BYTES = 16 * 1024;

const FINAL_TEXT = 0x81;

/**
 * The frame of a `data` message. `head` is `dataHead` of the subscription's id; `payload` is the
 * rest of the message, shared by all listeners with equal wording.
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

/** The start of every `data` message to one subscription, up to its payload. */
export function dataHead(id: string): Buffer {
  return Buffer.from(`{"id":${JSON.stringify(id)},"type":"data","payload":`);
}

/** The end of a `data` message, with the selected fields of one answer. */
export function dataPayload(answer: object): Buffer {
  return Buffer.from(`${JSON.stringify(answer)}}`);
}

/** The number of bytes for a length after the first one (RFC 6455, section 5.2). */
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
