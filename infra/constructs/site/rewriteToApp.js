// Runs on CloudFront. A path without a dot is a page of the app, which finds its way by itself; it
// differs by its language alone;
// a path with one is a file, and a file that is not there must not turn into a page.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it.
function handler(event) {
  var request = event.request;
  var page = /^\/en(\/|$)/.test(request.uri) ? '/en/index.html' : '/index.html';
  if (!request.uri.includes('.')) request.uri = page;
  return request;
}
