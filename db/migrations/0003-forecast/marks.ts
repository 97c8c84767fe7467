/** What people know of past demand that the sales do not say. */
export const marksStatements: readonly string[] = [];
