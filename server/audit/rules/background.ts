/** The person filter's value for what no person did. */
export const BACKGROUND = "background";
