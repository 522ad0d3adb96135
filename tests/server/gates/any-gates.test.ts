import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { vocabulary } from '../../../rules-library/index.ts';
import { Decider } from '../../../server/decisions/decider.ts';
import { isRefusal, type Press } from '../../../server/door/handler.ts';
import { WorkingCopy } from '../../../server/door/working-copy.ts';
import { passId } from '../../../server/gates/gate-pass.ts';
import { Gates } from '../../../server/gates/gates.ts';
import { guarded } from '../../../server/gates/guarded.ts';
import { setTagHandler } from '../../../server/orders/set-tag.handler.ts';
import { PersonalVault } from '../../../server/personal/personal-vault.ts';
import { Stages } from '../../../server/stages/stages.ts';
import { keys, person, release } from '../../support/way.ts';

const now = Date.parse('2026-01-05T10:00:00+08:00');
const order = {
  _id: 'o1',
  rev: 1,
  channel: 'taobao',
  externalId: 'N-1',
  kind: 'sale',
  state: 'received',
  placedAt: now,
  receivedAt: now,
  changedAt: now,
  lines: [{ lineId: '1', sku: 'BRK-1', quantity: 1, unitPrice: 100 }],
  goodsTotal: 100,
  total: 100,
  discount: 0,
  freight: 0,
  quantity: 1,
  customer: {},
  vehicle: {},
  shipTo: {},
  payment: {},
  custom: {},
  masked: {},
  identities: [],
  isRush: false,
  rushRequested: false,
  tags: [],
  holds: [],
  held: false,
  complaints: 0,
  alerts: 0,
  history: 0,
  fingerprint: '',
  asOf: {},
};

/** What one rule says of the press; `lacks` asks for something of the order that is not known. */
type Verdict = 'deny' | 'allow' | 'silent' | 'lacks';

function drawn(verdict: Verdict, index: number) {
  const fact = verdict === 'lacks' ? 'shipTo.city' : 'order.total';
  const condition = {
    fact,
    operator: verdict === 'silent' ? 'equal' : 'notEqual',
    value: verdict === 'lacks' ? 'x' : 7,
  };
  const end =
    verdict === 'allow'
      ? { id: 'end', kind: 'allow', params: {} }
      : {
          id: 'end',
          kind: 'deny',
          params: { code: 'other', text: { zh: `规则 ${index}`, en: `rule ${index}` } },
        };
  return {
    id: `g${index}`,
    name: { zh: `g${index}`, en: `g${index}` },
    rank: index + 1,
    nodes: [
      { id: 'asked', kind: 'gate', params: { commands: ['set-tag'] } },
      { id: 'check', kind: 'condition-group', params: { conditions: { all: [condition] } } },
      end,
    ],
    edges: [
      { from: { node: 'asked', port: 'next' }, to: 'check' },
      { from: { node: 'check', port: 'yes' }, to: 'end' },
    ],
  };
}

/** The button behind these rules, and a store that holds one order. */
function behind(verdicts: readonly Verdict[]) {
  const rules = verdicts.length === 0 ? null : release(1, ...verdicts.map(drawn));
  const releases = { current: () => rules, held: () => rules, hold: () => rules! };
  const decider = new Decider({ releases, handlers: [setTagHandler], zone: () => 'Asia/Shanghai' });
  const parking = { vault: new PersonalVault(keys), stages: new Stages(decider, releases) };
  const handler = guarded(setTagHandler, new Gates(decider), parking);
  const copy = new WorkingCopy(now);
  copy.load('orders', ['o1'], [order]);
  copy.load('gatePasses', [passId('o1', 'set-tag')], []);
  let count = 0;
  const press = (tag: string) => {
    const one: Press = {
      id: `p${(count += 1)}`,
      command: vocabulary.commands.get('set-tag')!,
      target: { kind: 'order', id: 'o1' },
      input: { tag },
      actor: person('operations'),
      key: null,
      reason: null,
      voucher: null,
    };
    handler.needs(one as Press<never>);
    const planned = handler.plan(one as Press<never>, copy);
    copy.apply(planned.changes ?? []);
    return planned;
  };
  return { press, copy };
}

const verdict = fc.constantFrom<Verdict>('deny', 'allow', 'silent', 'lacks');
const tagsOf = (copy: WorkingCopy): unknown => copy.get<any>('orders', 'o1')?.tags;

describe('whatever stands before a button', () => {
  test('any rule that denies wins, missing data denies, none is no objection', () => {
    fc.assert(
      fc.property(fc.array(verdict, { maxLength: 6 }), (verdicts) => {
        const { press, copy } = behind(verdicts);
        const planned = press('a');
        const stops = verdicts.some((one) => one === 'deny' || one === 'lacks');
        expect(isRefusal(planned)).toBe(stops);
        expect(tagsOf(copy)).toEqual(stops ? [] : ['a']);
        if (!isRefusal(planned)) return;
        const { reasons } = planned.refused.details as { reasons: { code: string; text: { en: string } }[] };
        const own = verdicts.flatMap((one, index) => (one === 'deny' ? [`rule ${index}`] : []));
        expect(reasons.filter(({ code }) => code === 'other').map(({ text }) => text.en)).toEqual(own);
        expect(reasons.some(({ code }) => code === 'manual-review')).toBe(verdicts.includes('lacks'));
      }),
      { numRuns: 60 },
    );
  });

  test('an override is used up by the first press that needs it, and by no other', () => {
    fc.assert(
      fc.property(
        fc.array(verdict, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 2, max: 4 }),
        (verdicts, presses) => {
          const { press, copy } = behind(verdicts);
          const pass = {
            _id: passId('o1', 'set-tag'),
            order: 'o1',
            command: 'set-tag',
            byName: { zh: '审', en: 'A' },
          };
          copy.apply([{ put: 'gatePasses', document: pass }]);
          const passed = Array.from({ length: presses }, (_, index) => !isRefusal(press(`t${index}`)));
          const stops = verdicts.some((one) => one === 'deny' || one === 'lacks');
          expect(passed).toEqual(passed.map((_, index) => !stops || index === 0));
          expect(copy.get('gatePasses', pass._id) === undefined).toBe(stops);
        },
      ),
      { numRuns: 40 },
    );
  });
});
