/** The only address the store listens on: it asks nobody who they are. */
export const HOST = '127.0.0.1';

/** The name of the one-member replica set. Only a replica set gives the driver retryable writes and transactions. */
export const SET_NAME = 'sluice';
