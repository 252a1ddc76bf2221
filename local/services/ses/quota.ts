/** What a Tokyo account may send after its move out of the sandbox; told, and not enforced. */
export const quota = { max24HourSend: 50_000, maxSendRate: 14 };
