import { constants, createHash, type KeyObject, sign as signMessage } from 'node:crypto';
import { AwsError } from '../protocol/awsError.ts';
import { signEcdsa, signPkcs1, signPss } from './signDigest.ts';

const LARGEST_MESSAGE = 4096;

export interface SignRequest {
  message: Buffer;
  messageType: string;
  algorithm: string;
}

/** Signs like KMS Sign: RSA signatures as in RFC 8017, ECDSA signatures DER-encoded. */
export function sign(key: KeyObject, { message, messageType, algorithm }: SignRequest): Buffer {
  if (message.length < 1 || message.length > LARGEST_MESSAGE) {
    throw new AwsError(
      'ValidationException',
      `Message has ${message.length} bytes, expected 1 to ${LARGEST_MESSAGE}`,
    );
  }
  const hash = algorithm.slice(-7).replace('_', '').toLowerCase();
  if (messageType === 'RAW') return signRaw(key, message, algorithm, hash);
  if (messageType !== 'DIGEST') {
    throw new AwsError('ValidationException', `MessageType ${messageType}: expected RAW or DIGEST`);
  }
  const expected = createHash(hash).digest().length;
  if (message.length !== expected) {
    const seen = `Digest is ${message.length} bytes long`;
    throw new AwsError('ValidationException', `${seen}, expected ${expected} for ${algorithm}`);
  }
  if (algorithm.startsWith('ECDSA')) return signEcdsa(key, message);
  return algorithm.includes('PSS') ? signPss(key, message, hash) : signPkcs1(key, message, hash);
}

function signRaw(key: KeyObject, message: Buffer, algorithm: string, hash: string): Buffer {
  if (!algorithm.includes('PSS')) return signMessage(hash, message, key);
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  const saltLength = constants.RSA_PSS_SALTLEN_DIGEST;
  return signMessage(hash, message, { key, padding, saltLength });
}
