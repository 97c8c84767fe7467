/** Replays of the past under another policy. */
export const whatIfStatements: readonly string[] = [];
