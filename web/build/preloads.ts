/** What the two stages of a first load bring, which are there before any page is loaded within the app. */
const THERE =
  /\/(react|rolldown-runtime|app|beginning|invariant|ApolloContext|networkStatus|documents|makeTools|withApollo|useApolloClient|useQuery|renewSubscribed|noticeQueue)-/;

/**
 * Which files are loaded beside one that needs them. The HTML names all, so that none waits for another;
 * a script need not name with each page that is loaded later what is there by then.
 */
export function preloadsOf(files: string[], host: 'html' | 'js'): string[] {
  return host === 'html' ? files : files.filter((file) => !THERE.test(file));
}
