import ja from '../../messages/ja.json?first';
import { languageOf } from '../../messages/language.ts';

const english = {
  start: 'We cannot open right now',
  startNote: 'Please wait a moment and try again. What you asked us to tell you is safe.',
  retry: 'Load again',
};

/** Stands alone, since neither the configuration nor the messages may have arrived. */
export function StartFailed() {
  const words = languageOf(location.pathname) === 'en' ? english : ja.failed;
  return (
    <main>
      <div className="message" role="alert">
        <h1>{words.start}</h1>
        <p>{words.startNote}</p>
        <button type="button" className="button" onClick={() => location.reload()}>
          {words.retry}
        </button>
      </div>
    </main>
  );
}
