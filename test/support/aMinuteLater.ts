/** The time of the next minute's run. */
export const aMinuteLater = () => new Date(Date.now() + 60_000);
