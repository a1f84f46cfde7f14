/** What the examples sign with until somebody fills in a key of their own. */
export const EXAMPLE_SECRET_KEY = 'local-development-key'
