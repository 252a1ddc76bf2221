/** The title of the book `b` with its volume. */
export const FULL_TITLE = "concat_ws(' ', b.title, nullif(b.volume, ''))";
