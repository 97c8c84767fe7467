/** Forecasts as they were given, and what people ordered in their place. */
export const promisesStatements: readonly string[] = [];
