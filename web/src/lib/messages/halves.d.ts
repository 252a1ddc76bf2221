/** The namespaces that the first list needs. Typed as the whole set; the build checks the split. */
declare module '*.json?first' {
  const messages: import('./loadMessages.ts').Messages;
  export default messages;
}

/** All other namespaces. */
declare module '*.json?later' {
  const messages: import('./loadMessages.ts').Messages;
  export default messages;
}
