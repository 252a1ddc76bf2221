import type { AuthorizationHeaders } from '../authorization.ts';
import { type ErrorEntry, ShinkanError } from '../shinkanError.ts';

/** AppSync's messages (AppSync Developer Guide, "Building a real-time WebSocket client"). */
export type ServerMessage =
  | { type: 'connection_ack'; payload?: { connectionTimeoutMs?: number } }
  | { type: 'connection_error'; payload?: WireErrors }
  | { type: 'ka' }
  | { type: 'start_ack'; id: string }
  | { type: 'data'; id: string; payload: { data?: unknown; errors?: ErrorEntry[] } }
  | { type: 'error'; id?: string; payload?: WireErrors }
  | { type: 'complete'; id: string };

/** An error of the connection or of a `start`. */
export interface WireError {
  errorType?: string;
  message?: string;
  errorCode?: number;
}

/** A list in AppSync's documentation; a single error, or none, is accepted too. */
interface WireErrors {
  errors?: WireError[] | WireError | null;
}

/** The longest silence of the server if it states none. */
export const DEFAULT_TIMEOUT_MS = 300_000;

/**
 * Returns the sub-protocols to offer: the protocol, and the headers, which a browser cannot send.
 */
export function subProtocols(authorization: AuthorizationHeaders): string[] {
  return ['graphql-ws', `header-${toBase64Url(JSON.stringify(authorization))}`];
}

/** Returns the message that starts a subscription. Each carries its own authorization. */
export function startMessage(
  id: string,
  document: string,
  variables: unknown,
  authorization: AuthorizationHeaders,
): string {
  return JSON.stringify({
    type: 'start',
    id,
    payload: {
      data: JSON.stringify({ query: document, variables }),
      extensions: { authorization },
    },
  });
}

/** Returns the message that stops a subscription. */
export function stopMessage(id: string): string {
  return JSON.stringify({ type: 'stop', id });
}

/** Returns the host for the authorization: that of the API itself, not of its realtime address. */
export function apiHost(realtimeUrl: string): string {
  return new URL(realtimeUrl).host.replace('appsync-realtime-api', 'appsync-api');
}

/** Returns the errors of a message as a list. */
export function errorsOf(payload: WireErrors | undefined): WireError[] {
  return [payload?.errors ?? []].flat();
}

/** Converts protocol errors into the error that a client sees. */
export function toShinkanError(errors: WireError[]): ShinkanError {
  return new ShinkanError(
    errors.map(({ message, errorType }) => ({
      message: message ?? `Live connection rejected: ${errorType}`,
      errorType: errorType ?? null,
    })),
  );
}

function toBase64Url(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
