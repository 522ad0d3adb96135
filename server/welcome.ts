import { demoPassword, demoPeople } from './people/demo-people.ts';
import type { FirstPeople } from './people/first-people.ts';
import { roles } from '../rules-library/choices/roles.ts';
import type { Config } from './config.ts';

interface Started {
  url: string;
  firstPeople: FirstPeople;
}

/** What is printed once everything is ready: where to go, and how to get in. */
export function welcome(config: Config, { url, firstPeople }: Started): string {
  const lines = ['', `  单闸 Sluice  ${url}`, ''];
  if (firstPeople.kind === 'demo') {
    lines.push(`  演示账号 · demo people (密码 password: ${demoPassword})`);
    for (const { role, name, warehouse } of demoPeople) {
      const label = roles.find(({ value }) => value === role)?.label;
      const place = warehouse === null ? '' : ` ${warehouse}`;
      lines.push(`    ${role.padEnd(12)} ${label?.zh ?? ''} ${name.zh}${place} · ${label?.en ?? ''}`);
    }
  }
  if (firstPeople.kind === 'set-up') {
    lines.push(
      '  还没有任何账号。用这个一次性链接建立第一个人 · nobody exists yet, make the first person here, once:',
      `    ${url}/set-up?token=${firstPeople.token}`,
    );
  }
  if (config.redisUrl !== null) {
    lines.push(
      '',
      '  REDIS_URL is set but not used: processes of one store follow it directly. 已设置 REDIS_URL，本版本不使用。',
    );
  }
  lines.push('', '  Ctrl-C 停止 · stops', '');
  return `${lines.join('\n')}\n`;
}
