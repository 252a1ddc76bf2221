/** The limits of a Tokyo account outside the sandbox; reported but not enforced. */
export const quota = { max24HourSend: 50_000, maxSendRate: 14 };
