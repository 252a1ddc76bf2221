import {
  constants,
  createECDH,
  createHash,
  type KeyObject,
  privateEncrypt,
  randomBytes,
} from 'node:crypto';

// The prefix of the hash in a PKCS #1 v1.5 signature (RFC 8017, section 9.2, note 1).
const DIGEST_INFO: { readonly [hash: string]: string } = {
  sha256: '3031300d060960864801650304020105000420',
  sha384: '3041300d060960864801650304020205000430',
  sha512: '3051300d060960864801650304020305000440',
};

/** A curve's name for Node's ECDH, and the order of its group (FIPS 186-5, appendix G; SEC 2). */
const CURVES: { readonly [jwkName: string]: { name: string; order: bigint } } = {
  'P-256': {
    name: 'prime256v1',
    order: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  },
  'P-384': {
    name: 'secp384r1',
    order:
      0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
  },
  'P-521': {
    name: 'secp521r1',
    order:
      0x01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409n,
  },
};

/** Signs a digest with RSASSA-PKCS1-v1_5 (RFC 8017, section 8.2). */
export function signPkcs1(key: KeyObject, digest: Buffer, hash: string): Buffer {
  const info = Buffer.concat([Buffer.from(DIGEST_INFO[hash] ?? '', 'hex'), digest]);
  return privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, info);
}

/** Signs a digest with RSASSA-PSS and a salt as long as the digest (RFC 8017, section 9.1.1). */
export function signPss(key: KeyObject, digest: Buffer, hash: string): Buffer {
  const length = (key.asymmetricKeyDetails?.modulusLength ?? 0) / 8;
  const salt = randomBytes(digest.length);
  const hashed = createHash(hash)
    .update(Buffer.concat([Buffer.alloc(8), digest, salt]))
    .digest();
  const block = Buffer.alloc(length - digest.length - 1);
  block[block.length - salt.length - 1] = 1;
  salt.copy(block, block.length - salt.length);
  const mask = mgf1(hashed, block.length, hash);
  for (const [at, byte] of mask.entries()) block[at] = (block[at] ?? 0) ^ byte;
  // The encoded message is one bit shorter than the modulus.
  block[0] = (block[0] ?? 0) & 0x7f;
  const encoded = Buffer.concat([block, hashed, Buffer.from([0xbc])]);
  return privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, encoded);
}

function mgf1(seed: Buffer, length: number, hash: string): Buffer {
  const parts: Buffer[] = [];
  for (let counter = 0; parts.length * seed.length < length; counter += 1) {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    parts.push(createHash(hash).update(seed).update(count).digest());
  }
  return Buffer.concat(parts).subarray(0, length);
}

/**
 * Signs a digest with ECDSA, DER-encoded (FIPS 186-5, section 6.4.1); Node can only sign messages.
 * The time it takes depends on the numbers, which is harmless on a single machine.
 */
export function signEcdsa(key: KeyObject, digest: Buffer): Buffer {
  const jwk = key.export({ format: 'jwk' });
  const curve = CURVES[jwk.crv ?? ''];
  if (!curve) throw new Error(`ECDSA on the curve ${jwk.crv} is not known`);
  const { name, order } = curve;
  const secret = toNumber(Buffer.from(jwk.d ?? '', 'base64url'));
  const size = order.toString(2).length;
  const extra = BigInt(Math.max(0, digest.length * 8 - size));
  const hashed = toNumber(digest) >> extra;
  for (;;) {
    const nonce = (toNumber(randomBytes(Math.ceil(size / 8) + 8)) % (order - 1n)) + 1n;
    const ecdh = createECDH(name);
    ecdh.setPrivateKey(toBytes(nonce, Math.ceil(size / 8)));
    const point = ecdh.getPublicKey();
    const r = toNumber(point.subarray(1, 1 + (point.length - 1) / 2)) % order;
    const s = (inverse(nonce, order) * ((hashed + r * secret) % order)) % order;
    if (r !== 0n && s !== 0n) return toDer(r, s);
  }
}

function toNumber(bytes: Buffer): bigint {
  return BigInt(`0x${bytes.toString('hex')}`);
}

function toBytes(value: bigint, length: number): Buffer {
  return Buffer.from(value.toString(16).padStart(length * 2, '0'), 'hex');
}

/** By the extended Euclidean algorithm; `order` is prime. */
function inverse(value: bigint, order: bigint): bigint {
  let [before, now, factorBefore, factor] = [order, value % order, 0n, 1n];
  while (now !== 0n) {
    const times = before / now;
    [before, now] = [now, before - times * now];
    [factorBefore, factor] = [factor, factorBefore - times * factor];
  }
  return ((factorBefore % order) + order) % order;
}

function toDer(r: bigint, s: bigint): Buffer {
  const body = Buffer.concat([toInteger(r), toInteger(s)]);
  const length = body.length < 128 ? [body.length] : [0x81, body.length];
  return Buffer.concat([Buffer.from([0x30, ...length]), body]);
}

function toInteger(value: bigint): Buffer {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  // A leading 1 bit would make the number negative.
  const positive = (bytes[0] ?? 0) < 128 ? bytes : Buffer.concat([Buffer.alloc(1), bytes]);
  return Buffer.concat([Buffer.from([0x02, positive.length]), positive]);
}
