/** How many loads a group of exceptions shows: of those that need a person at first, and of either at most (R22, R28). */
export const EXCEPTIONS_SHOWN = { first: 3, most: 50 } as const;
