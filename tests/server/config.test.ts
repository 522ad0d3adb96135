import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, hidePassword, isLoopback, readConfig } from '../../server/config.ts';

describe('settings', () => {
  test('nothing set: the documented defaults', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      mongodbUri: null,
      redisUrl: null,
      dataDir: resolve('data'),
      roles: new Set(['api', 'worker', 'gateway']),
      demo: true,
      auditOpenDays: 7,
    });
  });

  test('an empty value counts as unset, roles may be joined by commas or bars', () => {
    const config = readConfig({ PORT: '', MONGODB_URI: '', SLUICE_ROLES: 'api|gateway', SLUICE_DEMO: 'off' });
    expect(config.port).toBe(3000);
    expect(config.mongodbUri).toBeNull();
    expect(config.roles).toEqual(new Set(['api', 'gateway']));
    expect(config.demo).toBe(false);
  });

  test.each([
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['HOST', 'not a host'],
    ['MONGODB_URI', 'postgres://x'],
    ['REDIS_URL', 'localhost:6379'],
    ['SLUICE_ROLES', 'api,clerk'],
    ['SLUICE_ROLES', ','],
    ['SLUICE_DEMO', 'yes'],
  ])('%s=%s is refused by name', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ [name]: value })).toThrow(`${name}=`);
  });

  test('every bad setting is named at once, passwords are not repeated', () => {
    const bad = () => readConfig({ PORT: 'x', MONGODB_URI: 'mysql://root:geheim@db/x' });
    expect(bad).toThrow(/PORT=[\s\S]*MONGODB_URI=/);
    expect(bad).not.toThrow(/geheim/);
    expect(hidePassword('mongodb://a:b@c,d/e')).toBe('mongodb://a:…@c,d/e');
  });

  test('loopback is this machine only', () => {
    expect(['127.0.0.1', '127.8.0.1', '::1', 'localhost'].every(isLoopback)).toBe(true);
    expect(['0.0.0.0', '::', '10.0.0.1', 'example.com', '127.0.0.1.example.com'].some(isLoopback)).toBe(
      false,
    );
  });
});
