// Runs on CloudFront. A path without a dot is a page of the app, which does its own routing; only
// the language makes a difference. A path with a dot is a file, and a missing file must not become
// a page.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it.
function handler(event) {
  var request = event.request;
  var page = /^\/en(\/|$)/.test(request.uri) ? '/en/index.html' : '/index.html';
  if (!request.uri.includes('.')) request.uri = page;
  return request;
}
