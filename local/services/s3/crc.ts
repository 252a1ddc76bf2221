/** CRC-32C (RFC 3720, appendix B.4), computed incrementally. */
export class Crc32c {
  #crc = 0xffffffff;

  update(bytes: Buffer): void {
    let crc = this.#crc;
    for (const byte of bytes) crc = (crc >>> 8) ^ (CASTAGNOLI[(crc ^ byte) & 0xff] ?? 0);
    this.#crc = crc;
  }

  digest(): Buffer {
    const out = Buffer.alloc(4);
    out.writeUInt32BE((this.#crc ^ 0xffffffff) >>> 0);
    return out;
  }
}

/**
 * CRC-64/NVME ("NVM Express NVM Command Set Specification", 64b CRC), in two halves because BigInt
 * is slow.
 */
export class Crc64Nvme {
  #high = 0xffffffff;
  #low = 0xffffffff;

  update(bytes: Buffer): void {
    let high = this.#high;
    let low = this.#low;
    for (const byte of bytes) {
      const at = (low ^ byte) & 0xff;
      low = ((low >>> 8) | (high << 24)) ^ (NVME_LOW[at] ?? 0);
      high = (high >>> 8) ^ (NVME_HIGH[at] ?? 0);
    }
    this.#high = high;
    this.#low = low;
  }

  digest(): Buffer {
    const out = Buffer.alloc(8);
    out.writeUInt32BE((this.#high ^ 0xffffffff) >>> 0, 0);
    out.writeUInt32BE((this.#low ^ 0xffffffff) >>> 0, 4);
    return out;
  }
}

const CASTAGNOLI = new Uint32Array(tableOf(0x82f63b78n).map((entry) => Number(entry)));
const NVME = tableOf(0x9a6c9329ac4bc9b5n);
const NVME_HIGH = new Uint32Array(NVME.map((entry) => Number(entry >> 32n)));
const NVME_LOW = new Uint32Array(NVME.map((entry) => Number(entry & 0xffffffffn)));

/** The lookup table of a polynomial with reflected bits. */
function tableOf(polynomial: bigint): bigint[] {
  return Array.from({ length: 256 }, (_, byte) => {
    let entry = BigInt(byte);
    for (let bit = 0; bit < 8; bit += 1) {
      entry = entry & 1n ? (entry >> 1n) ^ polynomial : entry >> 1n;
    }
    return entry;
  });
}
