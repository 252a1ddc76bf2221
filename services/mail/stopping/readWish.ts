import type { HttpRequest } from '../../lib/http/request.ts';

const ACTIONS = [
  'stopBook',
  'stopStanding',
  'stopAll',
  'undoBook',
  'undoStanding',
  'undoAll',
] as const;

/** The request of a POST. `oneClick` comes from a mail program and stops the link's target. */
export type Wish = 'oneClick' | (typeof ACTIONS)[number];

const FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data'];

/**
 * Parses the body of a POST: `List-Unsubscribe=One-Click` in either form encoding (RFC 8058 section
 * 3.2), or `action` from a button of the page. Null for anything else.
 */
export async function readWish({ headers, body }: HttpRequest): Promise<Wish | null> {
  const type = headers['content-type'] ?? '';
  if (!FORMS.includes(type.split(';')[0]?.trim().toLowerCase() ?? '')) return null;
  const form = await readForm(type, body);
  if (form?.get('List-Unsubscribe') === 'One-Click') return 'oneClick';
  const action = form?.get('action');
  return typeof action === 'string' && isAction(action) ? action : null;
}

/** Null for bytes that are not a form, and for a type that is invalid as a header value. */
async function readForm(type: string, body: Buffer): Promise<FormData | null> {
  try {
    const sent = new Response(new Uint8Array(body), { headers: { 'content-type': type } });
    return await sent.formData();
  } catch {
    return null;
  }
}

function isAction(text: string): text is Wish {
  return ACTIONS.some((action) => action === text);
}
