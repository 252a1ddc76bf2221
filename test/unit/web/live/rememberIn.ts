import { createNoticeMemory, type NoticeMemory } from '../../../../web/src/live/noticeMemory.ts';

/** A browser's memory of notices that a test can inspect. */
export function rememberIn(kept: Map<string, string>): NoticeMemory {
  return createNoticeMemory({
    recall: (key) => kept.get(key) ?? null,
    keep: (key, value) => void kept.set(key, value),
    forget: (key) => void kept.delete(key),
    keysOf: (beginning) => [...kept.keys()].filter((key) => key.startsWith(beginning)),
  });
}
