import type { ErrorBody } from '../../rules-library/contract/error.ts';
import { RequestError } from './request-error.ts';

export interface ErrorReply {
  status: number;
  body: ErrorBody;
  retryAfter?: number;
  /** Whether it is our fault and belongs in the log. */
  unexpected: boolean;
}

/** Names of driver errors that mean: the store cannot be reached or does not answer now. */
const storeAway =
  /^(Mongo(ose)?(ServerSelection|Network|NetworkTimeout|NotConnected|TopologyClosed|PoolCleared|WaitQueueTimeout|ClientClosed|OperationTimeout)|PoolClearedOnNetwork)Error$/;

/** Labels the store or the driver puts on errors that may be gone in a moment: a new primary, a broken connection. */
const passing = [
  'RetryableWriteError',
  'RetryableReadError',
  'TransientTransactionError',
  'UnknownTransactionCommitResult',
];

function isStoreAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (storeAway.test(error.name)) return true;
  const { hasErrorLabel } = error as { hasErrorLabel?: (label: string) => boolean };
  return typeof hasErrorLabel === 'function' && passing.some((label) => hasErrorLabel.call(error, label));
}

const busy: ErrorBody = {
  error: {
    code: 'busy',
    message: {
      zh: '系统暂时忙不过来，请过几秒再试。重试不会重复生效。',
      en: 'The system is busy. Try again in a few seconds; a repeat does not take effect twice.',
    },
  },
};

/** The documented answer for anything thrown on the way. Nothing of an unexpected error's own text is shown. */
export function errorReply(error: unknown): ErrorReply {
  if (error instanceof RequestError) {
    return {
      status: error.status,
      body: error.body(),
      unexpected: false,
      ...(error.retryAfter === undefined ? {} : { retryAfter: error.retryAfter }),
    };
  }
  if (isStoreAway(error)) return { status: 503, body: busy, retryAfter: 2, unexpected: true };
  if (isBadUrl(error)) {
    return errorReply(
      new RequestError('bad-input', {
        zh: '网址写法不对，请检查。',
        en: 'The address is malformed. Check it.',
      }),
    );
  }
  return {
    status: 500,
    body: {
      error: {
        code: 'internal',
        message: {
          zh: '系统内部出错，已记录。请稍后再试，若仍不行请联系管理员。',
          en: 'Something went wrong inside; it has been logged. Try again, and tell the administrator if it stays.',
        },
      },
    },
    unexpected: true,
  };
}

/** The router refuses paths such as `/%E0%A4%A` with a URIError. */
function isBadUrl(error: unknown): boolean {
  return error instanceof URIError;
}
