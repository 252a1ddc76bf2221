import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { useLocale, useTranslations } from 'use-intl/react';
import { bookTitle } from '../../../../domain/book/bookTitle.ts';
import { isGrouped, type Notice, type NoticeQueue } from '../../live/noticeQueue.ts';
import { useLive } from '../../stage/LiveContext.ts';
import { followNotices } from './showNotice.ts';
import { holdVisible, readSystemNotices, tellOnce } from './systemNotices.ts';

/**
 * Shows new notices as browser notifications while no page of the site is visible, if turned on.
 */
export function useSystemNotices(notices: NoticeQueue): void {
  const t = useTranslations('notice');
  const why = useTranslations('why');
  const live = useLive();
  const lang = useLocale();
  const navigate = useNavigate();
  const seen = useRef(new Set<string>());
  useEffect(holdVisible, []);
  useEffect(() => followNotices((address) => void navigate(address)), [navigate]);
  useEffect(() => {
    const fresh = notices.filter(({ seq }) => !seen.current.has(seq));
    for (const { seq } of fresh) seen.current.add(seq);
    if (document.visibilityState === 'visible' || readSystemNotices() !== 'on') return;
    const tell = (some: NoticeQueue, title: string, body: string, address: string) =>
      tellOnce({
        seqs: some.map(({ seq }) => seq),
        title,
        body,
        address,
        lang,
        onOpen: (to) => void navigate(to),
      }).catch(console.info);
    if (isGrouped(fresh)) {
      const titles = fresh.map(({ book }) => bookTitle(book)).join(' / ');
      tell(fresh, t('group', { count: fresh.length }), titles, '/my');
      return;
    }
    const tellOfOne = async (notice: Notice) => {
      const { book } = notice;
      // A notice without its reasons is still useful.
      const reasons = (await live?.reasonsFor(book.id).catch(console.info)) || [];
      const lines = reasons.flatMap(({ kind, name }) =>
        kind === 'BOOK' ? [] : why.markup(kind, { name: () => name }),
      );
      await tell(
        [notice],
        t('onSale'),
        [bookTitle(book), ...lines].join('\n'),
        `/books/${book.id}`,
      );
    };
    for (const notice of fresh) void tellOfOne(notice);
  }, [notices, navigate, t, why, live, lang]);
}
