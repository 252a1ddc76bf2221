/** The text of one document, made while building. */
declare module '*?early=UpcomingBooksDocument' {
  const text: string;
  export default text;
}

declare module '*?early=BookPageDocument' {
  const text: string;
  export default text;
}

declare module '*?early=ReleaseCalendarDocument' {
  const text: string;
  export default text;
}
