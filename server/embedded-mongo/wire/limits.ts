/** Largest BSON document a client may send or store, in bytes. */
export const MAX_DOCUMENT_BYTES = 16_777_216;
/** Largest wire message, in bytes; a declared length above it closes the connection before anything is allocated. */
export const MAX_MESSAGE_BYTES = 48_000_000;
/** Largest number of statements in one write command. */
export const MAX_WRITE_BATCH = 100_000;
/** Deepest nesting of documents and arrays that is stored. */
export const MAX_NESTING = 100;
/** Bytes of documents put into one reply; a cursor hands out the rest. */
export const MAX_REPLY_BYTES = 16_000_000;
