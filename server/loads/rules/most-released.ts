/** As many loads as are released in one go. */
export const MOST_RELEASED = 500;
