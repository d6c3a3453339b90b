/** The largest CSV file that is taken in, 50 MB: a hundred thousand rows of 500 characters. */
export const MOST_FILE_BYTES = 50 * 1024 * 1024;
