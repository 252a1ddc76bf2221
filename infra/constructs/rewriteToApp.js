// Runs on CloudFront. A path without a dot is a page of the app, which finds its way by itself;
// a path with one is a file, and a file that is not there must not turn into a page.
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it.
function handler(event) {
  var request = event.request;
  if (!request.uri.includes('.')) request.uri = '/index.html';
  return request;
}
