import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';

export const processRoles = ['api', 'worker', 'gateway'] as const;
export type ProcessRole = (typeof processRoles)[number];

/** Settings of one process, from the environment. */
export interface Config {
  port: number;
  host: string;
  /** A replica set or sharded cluster; null starts the embedded store. */
  mongodbUri: string | null;
  redisUrl: string | null;
  /** Absolute folder of the embedded store. */
  dataDir: string;
  /** What this process does: answer HTTP, run jobs, hold sockets. */
  roles: ReadonlySet<ProcessRole>;
  /** Demo people and data are wanted (they also need an empty store and a loopback address). */
  demo: boolean;
  /** Days after its end until a day of the audit is closed: then it is written to a signed file. */
  auditOpenDays: number;
}

/** A setting that cannot be used; the message names it, what it holds and what it takes. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

const blankIsUnset = (value: unknown) => (value === '' ? undefined : value);
const setting = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(blankIsUnset, schema);

const environmentSchema = z.object({
  PORT: setting(
    z.coerce
      .number('takes a port number from 0 to 65535, such as 3000 (0 takes a free one)')
      .int('takes a whole number')
      .min(0, 'takes a port number from 0 to 65535')
      .max(65_535, 'takes a port number from 0 to 65535')
      .default(3000),
  ),
  HOST: setting(
    z
      .string()
      .refine(
        (host) => isIP(host) !== 0 || /^[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?$/.test(host),
        'takes an address or host name to listen on, such as 127.0.0.1 or 0.0.0.0',
      )
      .default('127.0.0.1'),
  ),
  MONGODB_URI: setting(
    z
      .string()
      .regex(
        /^mongodb(\+srv)?:\/\/\S+$/,
        'takes an address that begins with mongodb:// or mongodb+srv://, such as mongodb://db1,db2,db3/sluice?replicaSet=rs0',
      )
      .optional(),
  ),
  REDIS_URL: setting(
    z
      .string()
      .regex(/^rediss?:\/\/\S+$/, 'takes an address that begins with redis:// or rediss://')
      .optional(),
  ),
  SLUICE_DATA_DIR: setting(z.string().max(1000).default('./data')),
  SLUICE_ROLES: setting(
    z
      .string()
      .default(processRoles.join(','))
      .transform((list) => list.split(/[,|\s]+/).filter((role) => role !== ''))
      .pipe(
        z
          .array(z.enum(processRoles, `takes one or more of ${processRoles.join(', ')}, joined by commas`))
          .min(1, `takes one or more of ${processRoles.join(', ')}, joined by commas`),
      ),
  ),
  SLUICE_DEMO: setting(z.enum(['on', 'off'], 'takes on or off').default('on')),
  SLUICE_AUDIT_OPEN_DAYS: setting(
    z.coerce
      .number('takes a number of days, such as 7')
      .int('takes a whole number of days')
      .min(0, 'takes 0 days or more')
      .max(3650, 'takes 3650 days at most')
      .default(7),
  ),
});

/** Reads and checks the settings; throws `ConfigError` that names every setting that cannot be used. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const read = environmentSchema.safeParse(environment);
  if (!read.success) {
    const lines = read.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return `  ${name}=${hidePassword(environment[name] ?? '')}: ${issue.message}`;
    });
    throw new ConfigError(`These settings cannot be used:\n${[...new Set(lines)].join('\n')}`);
  }
  const values = read.data;
  return {
    port: values.PORT,
    host: values.HOST,
    mongodbUri: values.MONGODB_URI ?? null,
    redisUrl: values.REDIS_URL ?? null,
    dataDir: resolve(values.SLUICE_DATA_DIR),
    roles: new Set(values.SLUICE_ROLES),
    demo: values.SLUICE_DEMO === 'on',
    auditOpenDays: values.SLUICE_AUDIT_OPEN_DAYS,
  };
}

/** Whether only this machine can reach the address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** An address without the password it may hold, for messages. */
export function hidePassword(address: string): string {
  return address.replace(/(\/\/[^/@\s]*?:)[^@\s]*@/, '$1…@');
}
