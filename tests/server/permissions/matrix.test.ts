import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roles } from '../../../rules-library/choices/index.ts';
import { commandFields, isGrantable } from '../../../rules-library/define/command-fields.ts';
import { vocabulary } from '../../../rules-library/index.ts';
import type { ApiClient } from '../../support/api.ts';
import { listen } from '../../support/listen.ts';
import { because, press, pressed } from '../../support/press.ts';
import { startServer, type TestServer } from '../../support/server.ts';

/** What one role may do with one button; null: nothing. `fields: null` means all. */
type Cell = { fields: string[] | null } | null;

const buttons = [...vocabulary.commands.values()].filter(isGrantable);
const roleNames = roles.map(({ value }) => value);
let server: TestServer;
const clients = new Map<string, ApiClient>();
const model = new Map<string, Cell>();

beforeAll(async () => {
  server = await startServer();
  for (const role of roleNames) clients.set(role, await server.signIn(role));
  await fillWithChance(20261124);
}, 60_000);
afterAll(() => server.close());

/** The same table on every run: each cell is kept, taken away, or allowed for some of the fields. */
async function fillWithChance(seed: number): Promise<void> {
  let state = seed;
  const chance = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const steward = clients.get('steward')!;
  const grants: Promise<unknown>[] = [];
  for (const role of roleNames) {
    for (const command of buttons) {
      const own = (command.roles as readonly string[]).includes(role);
      const fields = commandFields(command);
      const kind = chance();
      const some = fields.filter(({ required }) => required || chance() < 0.5).map(({ name }) => name);
      let cell: Cell = own ? { fields: null } : null;
      // The steward goes on giving buttons.
      // Buttons with something to leave out are changed more often.
      const changed = kind > (fields.every(({ required }) => required) ? 0.6 : 0.2);
      if (changed && !(role === 'steward' && command.name.startsWith('grant-'))) {
        cell = kind > 0.85 ? null : { fields: some.length === fields.length ? null : some };
        const input = {
          button: command.name,
          allow: cell !== null,
          ...(cell === null ? {} : { fields: some }),
        };
        grants.push(pressed(steward, 'grant-button', { target: `role:${role}`, input, ...because }));
      }
      model.set(`${role} ${command.name}`, cell);
    }
  }
  await Promise.all(grants);
}

const cellOf = (role: string, name: string): Cell => model.get(`${role} ${name}`)!;
const targetOf = (kinds: readonly string[]): { target?: string } =>
  kinds.length === 0 ? {} : { target: `${kinds[0] === 'any' ? 'order' : kinds[0]!}:none` };

describe('the table of roles, buttons and fields', () => {
  test('holds all three kinds of cells', () => {
    const cells = [...model.values()];
    expect(cells.filter((cell) => cell === null).length).toBeGreaterThan(50);
    expect(cells.filter((cell) => cell?.fields === null).length).toBeGreaterThan(20);
    expect(cells.filter((cell) => cell !== null && cell.fields !== null).length).toBeGreaterThan(10);
  });

  test.each(roleNames)(
    '%s is refused exactly the buttons and fields the table does not give',
    async (role) => {
      const client = clients.get(role)!;
      const wrong: string[] = [];
      let refusals = 0;
      const look = async (name: string, input: Record<string, unknown>, allowed: boolean, about: string) => {
        const { target } = vocabulary.commands.get(name)!;
        const { status, body } = await press(client, name, { ...targetOf(target), input });
        if (status === 403) refusals += 1;
        if ((status === 403) === allowed || status >= 500) wrong.push(`${name} ${about}: ${status}`);
        if (status === 403 && body.error.code !== 'not-your-button')
          wrong.push(`${name}: ${body.error.code}`);
      };
      for (const command of buttons) {
        const cell = cellOf(role, command.name);
        const fields = commandFields(command).map(({ name }) => name);
        await Promise.all([
          look(command.name, {}, cell !== null, 'with nothing filled in'),
          ...fields.map((field) =>
            look(
              command.name,
              { [field]: 'matrix' },
              cell !== null && (cell.fields === null || cell.fields.includes(field)),
              `with ${field}`,
            ),
          ),
        ]);
      }
      expect(wrong).toEqual([]);
      expect(refusals).toBeGreaterThan(5);
    },
  );

  test.each(roleNames)('%s hears exactly its own rooms', async (role) => {
    const wanted = Object.fromEntries(roleNames.map((name) => [`role:${name}`, 0]));
    const screen = await listen(server.url, clients.get(role)!, wanted);
    screen.socket.disconnect();
    const warehouse = (await clients.get(role)!.get('/session')).body.person.warehouse;
    expect(screen.rooms).toEqual(
      [
        `role:${role}`,
        `person:${role}`,
        ...(warehouse === null ? [] : [`warehouse:${warehouse}`]),
      ].toSorted(),
    );
  });

  test.each(roleNames)('%s is shown exactly the buttons and fields the table gives', async (role) => {
    const client = clients.get(role)!;
    const session = (await client.get('/session')).body;
    const held = buttons.filter(({ name }) => cellOf(role, name) !== null).map(({ name }) => name);
    expect(session.buttons.toSorted()).toEqual(held.toSorted());
    expect(session.fields).toEqual(
      Object.fromEntries(
        held.flatMap((name) => {
          const { fields } = cellOf(role, name)!;
          return fields === null ? [] : [[name, fields]];
        }),
      ),
    );
    for (const kind of new Set(buttons.flatMap(({ target }) => target))) {
      const { body } = await client.get(`/commands?target=${kind === 'any' ? 'order' : kind}:none`);
      const shown = new Map(
        body.items.map(({ name, input }: any) => [name, Object.keys(input.properties ?? {}).toSorted()]),
      );
      const fitting = buttons.filter(
        ({ button, target }) => button && (target.includes(kind) || target.includes('any')),
      );
      for (const command of fitting) {
        const cell = cellOf(role, command.name);
        const all = commandFields(command).map(({ name }) => name);
        expect(shown.get(command.name), `${role} ${command.name}`).toEqual(
          cell === null ? undefined : (cell.fields ?? all).toSorted(),
        );
      }
    }
  });
});
