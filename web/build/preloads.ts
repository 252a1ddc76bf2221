/** The files loaded by the two stages of a first load, before any page is loaded within the app. */
const THERE =
  /\/(react|rolldown-runtime|app|beginning|invariant|ApolloContext|networkStatus|documents|makeTools|withApollo|useApolloClient|useQuery|renewSubscribed|noticeQueue)-/;

/**
 * Returns the files to preload with one that needs them. The HTML names all, so that none waits for
 * another; a script that loads a later page omits those already loaded by then.
 */
export function preloadsOf(files: string[], host: 'html' | 'js'): string[] {
  return host === 'html' ? files : files.filter((file) => !THERE.test(file));
}
