/** How many senders there can be: each has shards of its own, and all rows of a member are in one shard. */
export const SHARDS = 16;

/** The shard of the member of the subscription `s`. */
export const SHARD = `crc32(s.member_id) mod ${SHARDS}`;
