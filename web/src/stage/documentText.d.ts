/** The text of one document, made while building. */
declare module '*/generated/documents.ts?early=UpcomingBooksDocument' {
  const text: string;
  export default text;
}
