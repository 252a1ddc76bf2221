/** The key specs of AWS::KMS::Key that can sign here, and how each signs. */
export interface KeySpec {
  generate: { type: 'rsa'; modulusLength: number } | { type: 'ec'; namedCurve: string };
  algorithms: string[];
}

const RSA = ['RSASSA_PKCS1_V1_5', 'RSASSA_PSS'].flatMap((scheme) =>
  ['256', '384', '512'].map((bits) => `${scheme}_SHA_${bits}`),
);

export const KEY_SPECS: Record<string, KeySpec> = {
  RSA_2048: { generate: { type: 'rsa', modulusLength: 2048 }, algorithms: RSA },
  RSA_3072: { generate: { type: 'rsa', modulusLength: 3072 }, algorithms: RSA },
  RSA_4096: { generate: { type: 'rsa', modulusLength: 4096 }, algorithms: RSA },
  ECC_NIST_P256: { generate: { type: 'ec', namedCurve: 'P-256' }, algorithms: ['ECDSA_SHA_256'] },
  ECC_NIST_P384: { generate: { type: 'ec', namedCurve: 'P-384' }, algorithms: ['ECDSA_SHA_384'] },
  ECC_NIST_P521: { generate: { type: 'ec', namedCurve: 'P-521' }, algorithms: ['ECDSA_SHA_512'] },
};
