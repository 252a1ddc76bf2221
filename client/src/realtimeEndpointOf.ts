/**
 * The realtime address that belongs to a GraphQL address: AppSync's own names have a host for each,
 * any other name has `/realtime` behind its path (AppSync Developer Guide, "Using custom domain
 * names").
 */
export function realtimeEndpointOf(endpoint: string): string {
  const url = new URL(endpoint);
  url.protocol = url.protocol === 'http:' ? 'ws:' : 'wss:';
  if (url.host.includes('.appsync-api.')) {
    url.host = url.host.replace('.appsync-api.', '.appsync-realtime-api.');
  } else {
    url.pathname = `${url.pathname.replace(/\/$/, '')}/realtime`;
  }
  return url.href;
}
