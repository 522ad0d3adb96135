/**
 * Entry of every worker thread. Node gives a worker thread no loader for TypeScript, so this plain module registers one and
 * then loads the module the thread was started for. Nothing is evaluated from text.
 */
import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
await import(workerData.module);
