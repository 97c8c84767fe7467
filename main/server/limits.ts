/** The largest request accepted, in bytes: a 50 MB workbook, and room for what surrounds it. */
export const bodyLimit = 60 * 1_048_576;
