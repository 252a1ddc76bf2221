import {
  constants,
  createHash,
  type KeyObject,
  privateEncrypt,
  sign as signRaw,
} from 'node:crypto';
import { AwsError } from '../protocol/awsError.ts';

const LARGEST_MESSAGE = 4096;

// RFC 8017, section 9.2, note 1: what stands before the hash in a PKCS #1 v1.5 signature.
const DIGEST_INFO: Record<string, string> = {
  SHA_256: '3031300d060960864801650304020105000420',
  SHA_384: '3041300d060960864801650304020205000430',
  SHA_512: '3051300d060960864801650304020305000440',
};

export interface SignRequest {
  message: Buffer;
  messageType: string;
  algorithm: string;
}

/** Signs as KMS Sign does: RSA signatures as RFC 8017 gives them, ECDSA signatures DER-encoded. */
export function sign(key: KeyObject, { message, messageType, algorithm }: SignRequest): Buffer {
  if (message.length < 1 || message.length > LARGEST_MESSAGE) {
    throw new AwsError(
      'ValidationException',
      `Message has ${message.length} bytes, expected 1 to ${LARGEST_MESSAGE}`,
    );
  }
  const hash = algorithm.slice(-7);
  const options = algorithm.includes('PSS')
    ? {
        key,
        padding: constants.RSA_PKCS1_PSS_PADDING,
        saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
      }
    : key;
  if (messageType === 'RAW') return signRaw(nodeHash(hash), message, options);
  if (messageType !== 'DIGEST') {
    throw new AwsError('ValidationException', `MessageType ${messageType}: expected RAW or DIGEST`);
  }
  return signDigest(key, message, algorithm, hash);
}

function signDigest(key: KeyObject, digest: Buffer, algorithm: string, hash: string): Buffer {
  const expected = createHash(nodeHash(hash)).digest().length;
  if (digest.length !== expected) {
    const seen = `Digest is ${digest.length} bytes long`;
    throw new AwsError('ValidationException', `${seen}, expected ${expected} for ${algorithm}`);
  }
  if (!algorithm.includes('PKCS1')) {
    // Node offers no signing of a ready digest with PSS or ECDSA.
    throw new AwsError(
      'UnsupportedOperationException',
      `MessageType DIGEST with ${algorithm} is not emulated`,
    );
  }
  const info = Buffer.concat([Buffer.from(DIGEST_INFO[hash] ?? '', 'hex'), digest]);
  return privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, info);
}

function nodeHash(hash: string): string {
  return hash.replace('_', '').toLowerCase();
}
