/** The namespaces that the first list needs. Each half is taken for the whole: the build looks after that. */
declare module '*.json?first' {
  const messages: import('./loadMessages.ts').Messages;
  export default messages;
}

/** All other namespaces. */
declare module '*.json?later' {
  const messages: import('./loadMessages.ts').Messages;
  export default messages;
}
