/** How each product, category or supplier is replenished. */
export const policiesStatements: readonly string[] = [];
