/**
 * The maximum number of senders: each has its own shards, and all rows of a member are in one
 * shard.
 */
export const SHARDS = 16;

/** The shard of the member of the subscription `s`. */
export const SHARD = `crc32(s.member_id) mod ${SHARDS}`;
