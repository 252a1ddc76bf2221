import type { Database } from '../../../db/database.ts';
import { type Answer, refuse } from '../../lib/http/answer.ts';
import { cameThroughSite, type HttpRequest } from '../../lib/http/request.ts';
import { log } from '../../lib/log.ts';
import { type LinkTarget, readLink } from '../links/linkToken.ts';
import { outlast } from '../outlast.ts';
import { styleAnswer, toAnswer } from './answer.ts';
import { chooseLanguage } from './chooseLanguage.ts';
import type { UnsubscribeConfig } from './config.ts';
import { fulfil } from './fulfil.ts';
import { type Linked, readLinked } from './readLinked.ts';
import { readWish } from './readWish.ts';
import type { Page } from './renderPage.ts';
import { STYLE_PATH } from './style.ts';

/** All external dependencies of the page. */
export interface UnsubscribePorts {
  config: UnsubscribeConfig;
  database: Database;
  clock: () => Date;
  pause: (milliseconds: number) => Promise<void>;
}

const LINK_PATH = '/mail/unsubscribe/';
// The page's form has about 20 bytes; a mail program's multipart form about 200.
const MAX_BODY_BYTES = 4096;
// A mail program posts once, and its member believes that mails have stopped, so the stop must
// survive a deadlock or a dropped connection.
const OUTAGE_MS = 4_000;

/**
 * Answers a request that came through the site; refuses one that bypassed it. Only a POST changes
 * anything: mail scanners follow links and must not stop mails.
 */
export async function route(request: HttpRequest, ports: UnsubscribePorts): Promise<Answer> {
  const { config } = ports;
  if (!cameThroughSite(request, config.originSecret)) {
    return refuse(403, 'Request this page through the site.');
  }
  const allowed = request.path === STYLE_PATH ? ['GET', 'HEAD'] : ['GET', 'HEAD', 'POST'];
  if (!allowed.includes(request.method)) {
    return refuse(405, `Use ${allowed.join(', ')}.`, { allow: allowed.join(', ') });
  }
  if (request.path === STYLE_PATH) return styleAnswer();
  if (request.body.length > MAX_BODY_BYTES) {
    return refuse(413, `The body is larger than ${MAX_BODY_BYTES} bytes.`);
  }
  const target = readTarget(request.path, config);
  if (target === null) return toAnswer({ ...plainPage(request, config), outcome: 'unknownLink' });
  return answerLink(request, ports, target);
}

async function answerLink(
  request: HttpRequest,
  ports: UnsubscribePorts,
  target: LinkTarget,
): Promise<Answer> {
  const { config, database, clock } = ports;
  const plain = withKind(plainPage(request, config), target);
  const read = async () => toPage(plain, await readLinked(database, target));
  if (request.method !== 'POST') {
    const page = await read();
    return toAnswer({ ...page, ...whatToAsk(target) });
  }
  const wish = await readWish(request);
  // The action is already done, or there was none, so answer even without title and language.
  const readIfPossible = () =>
    read().catch((error: Error) => {
      log.warn('Could not read the title and language of a page; answering without them', {
        error,
      });
      return plain;
    });
  if (wish === null) return toAnswer({ ...(await readIfPossible()), outcome: 'unreadable' });
  const readLanguage = async () => (await read()).language;
  const done = await outlast(ports, OUTAGE_MS, () =>
    fulfil(database, target, wish, readLanguage, clock()),
  );
  return toAnswer({ ...(await readIfPossible()), ...done });
}

/** The question on a page that was opened by a link. */
function whatToAsk(target: LinkTarget): Pick<Page, 'outcome' | 'actions'> {
  if ('kind' in target) return { outcome: 'askStanding', actions: ['stopStanding', 'stopAll'] };
  return target.bookId === null
    ? { outcome: 'askAll', actions: ['stopAll'] }
    : { outcome: 'askBook', actions: ['stopBook', 'stopAll'] };
}

/** The link alone says whether it is about a contributor or a series. */
function withKind(plain: Omit<Page, 'outcome'>, target: LinkTarget): Omit<Page, 'outcome'> {
  if (!('kind' in target)) return plain;
  const standing = { kind: target.kind, name: null };
  return { ...plain, subjects: { ...plain.subjects, standing } };
}

function toPage(
  plain: Omit<Page, 'outcome'>,
  { book, standing, language }: Linked,
): Omit<Page, 'outcome'> {
  return {
    ...plain,
    language: language ?? plain.language,
    book,
    standing,
    subjects: {
      ...plain.subjects,
      title: book?.title ?? null,
      standing: standing ?? plain.subjects.standing,
    },
  };
}

/** The content that all pages share. */
export function plainPage(
  request: HttpRequest,
  { shopName, contact }: UnsubscribeConfig,
): Omit<Page, 'outcome'> {
  return {
    language: chooseLanguage(request.headers['accept-language']),
    book: null,
    standing: null,
    subjects: { title: null, standing: null, shopName, contact },
    actions: [],
  };
}

function readTarget(path: string, { linkSecrets }: UnsubscribeConfig): LinkTarget | null {
  return path.startsWith(LINK_PATH) ? readLink(linkSecrets, path.slice(LINK_PATH.length)) : null;
}
