import { pino, type Logger } from 'pino';

/**
 * The log of a process: JSON lines on standard output, without personal data. Requests are logged by path and status only,
 * errors by kind and place; what could still hold such data by mistake is taken out by name.
 */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        'body',
        'input',
        'password',
        'token',
        'secret',
        'cookie',
        'headers',
        'phone',
        'customer',
        'shipTo',
      ].flatMap((name) => [name, `*.${name}`]),
      remove: true,
    },
  });
}
