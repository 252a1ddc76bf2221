/** The time at which the next minute's run would look. */
export const aMinuteLater = () => new Date(Date.now() + 60_000);
