/** Promotions, holidays and events that people add, weather by city. */
export const calendarStatements: readonly string[] = [];
