/** How long a lock may be taken back with one tap. */
export const undoMs = 60_000;

/** How long an order that is not paid keeps its stock, unless the lock says otherwise. */
export const unpaidMs = 30 * 60_000;
