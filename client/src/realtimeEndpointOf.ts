/**
 * Returns the realtime address for a GraphQL address: AppSync's own domains have a host for each; a
 * custom domain has `/realtime` appended to the path (AppSync Developer Guide, "Using custom domain
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
