import { languageOfPath } from '../../../../domain/language/sitePath.ts';

const words = {
  ja: {
    title: 'ただいま開けません',
    note: '少し待ってから、もう一度お試しください。お知らせの登録は消えていません。',
    retry: 'もう一度読み込む',
  },
  en: {
    title: 'We cannot open right now',
    note: 'Please wait a moment and try again. What you asked us to tell you is safe.',
    retry: 'Load again',
  },
};

/** Self-contained: neither the configuration nor the messages may have loaded. */
export function StartFailed() {
  const { title, note, retry } = words[languageOfPath(location.pathname)];
  return (
    <main>
      <div className="message" role="alert">
        <h1>{title}</h1>
        <p>{note}</p>
        <button type="button" className="button" onClick={() => location.reload()}>
          {retry}
        </button>
      </div>
    </main>
  );
}
