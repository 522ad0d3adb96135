import type { CommandHandler } from '../door/handler.ts';
import { adjustStockHandler } from './adjust-stock.handler.ts';
import { blockStockHandler } from './block-stock.handler.ts';
import { lockStockHandler } from './lock-stock.handler.ts';
import { receiveStockHandler } from './receive-stock.handler.ts';
import { releaseLockHandler } from './release-lock.handler.ts';
import { unblockStockHandler } from './unblock-stock.handler.ts';

/** Buttons on stock and locks that rules press too. */
export const stockButtonsOfRules: readonly CommandHandler[] = [
  lockStockHandler,
  releaseLockHandler,
  adjustStockHandler,
  blockStockHandler,
];

/** Those only people and connectors press. */
export const stockButtonsOfPeople: readonly CommandHandler[] = [receiveStockHandler, unblockStockHandler];
