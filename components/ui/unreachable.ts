/** The digest of an error that means: the database is away. */
export const unreachable = "unreachable";
