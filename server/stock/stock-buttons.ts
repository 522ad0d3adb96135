import type { CommandHandler } from '../door/handler.ts';
import { adjustStockHandler } from './adjust-stock.handler.ts';
import { blockStockHandler } from './block-stock.handler.ts';
import { confirmLockHandler } from './confirm-lock.handler.ts';
import { confirmPickHandler } from './confirm-pick.handler.ts';
import { expireLockHandler } from './expire-lock.handler.ts';
import { extendLockHandler } from './extend-lock.handler.ts';
import { lockStockHandler } from './lock-stock.handler.ts';
import { receiveStockHandler } from './receive-stock.handler.ts';
import { releaseLockHandler } from './release-lock.handler.ts';
import { setCapHandler } from './set-cap.handler.ts';
import { setProtectionHandler } from './set-protection.handler.ts';
import { shipHandler } from './ship.handler.ts';
import { unblockStockHandler } from './unblock-stock.handler.ts';
import { undoLockHandler } from './undo-lock.handler.ts';

/** Buttons on stock and locks that rules press too. */
export const stockButtonsOfRules: readonly CommandHandler[] = [
  lockStockHandler,
  releaseLockHandler,
  confirmLockHandler,
  extendLockHandler,
  adjustStockHandler,
  blockStockHandler,
  setProtectionHandler,
  setCapHandler,
];

/** Those only people, connectors and jobs press. */
export const stockButtonsOfPeople: readonly CommandHandler[] = [
  receiveStockHandler,
  unblockStockHandler,
  undoLockHandler,
  confirmPickHandler,
  shipHandler,
  expireLockHandler,
];
