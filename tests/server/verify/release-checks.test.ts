import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCompilers } from '../../../server/compilers.ts';
import { saveFlowHandler } from '../../../server/flows/save-flow.handler.ts';
import { raiseAlertHandler } from '../../../server/alerts/raise-alert.handler.ts';
import { firstSettings } from '../../../server/permissions/first-settings.ts';
import { publishReleaseHandler } from '../../../server/releases/publish-release.handler.ts';
import { CheckedDoor } from '../../../server/verify/checked-door.ts';
import { FullComparison } from '../../../server/verify/full-comparison.ts';
import { ReleaseChecks } from '../../../server/verify/release-checks.ts';
import type { Verification } from '../../../server/verify/verification.ts';
import { bigOrders } from '../../support/flows.ts';
import { openWay, person, silent } from '../../support/way.ts';

const agreed: Verification = {
  cases: { run: 2, failed: [] },
  recorded: {
    decisions: 3,
    otherwise: 1,
    gained: { 'raise-alert': 1 },
    lost: {},
    before: {},
    after: { 'a/alert': 1 },
    samples: [
      {
        id: 'd1',
        subject: 'order:O1',
        at: 0,
        gained: [{ command: 'raise-alert', ruleId: 'a/alert', input: {} }],
        lost: [],
      },
    ],
    from: 0,
    to: 1000,
    cutShort: false,
  },
  secondOpinion: {
    changed: 1,
    changedLeftOut: 0,
    matching: 5,
    nearly: 5,
    generated: 500,
    generatedLeftOut: 0,
    thin: 0,
    noOpinion: 0,
    disagreements: [],
  },
  complete: true,
  tookMs: 12,
};
const witness = {
  scope: { event: 'order.received', stage: null },
  facts: { 'event.type': 'order.received', 'order.total': 500 },
  ours: ['a/alert'],
  theirs: [],
  rule: 'a/alert',
};
const disagreed = { ...agreed, secondOpinion: { ...agreed.secondOpinion, disagreements: [witness] } };
const cutShort = { ...agreed, complete: false };

/** What the next check finds. */
let finding: () => Promise<Verification>;
let checked: number;
const verifier = {
  verify: () => {
    checked++;
    return finding();
  },
  close: async () => {},
};
const compilers = createCompilers();
const operations = person('operations');

let way: Awaited<ReturnType<typeof openWay>>;
let door: CheckedDoor;
beforeEach(async () => {
  checked = 0;
  finding = async () => agreed;
  let checks: ReleaseChecks | undefined;
  const later = { of: (hash: string, live: string | null) => checks?.of(hash, live) };
  way = await openWay({
    handlers: [saveFlowHandler, publishReleaseHandler(compilers, later), raiseAlertHandler],
  });
  checks = new ReleaseChecks({ store: way.store, log: silent, compiler: compilers, verifier });
  door = new CheckedDoor(way.door, checks, firstSettings);
});
afterEach(() => way.close());

async function save(id: string, fen: number, version = 0): Promise<void> {
  const input = { flow: bigOrders(id, fen), version };
  const saved = await door.execute({ name: 'save-flow', target: `flow:${id}`, input }, operations);
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
}
const publish = (key?: string) => door.execute({ name: 'publish-release', input: {}, key }, operations);
const refusalOf = async (pressed: ReturnType<typeof publish>) => {
  const outcome = await pressed;
  if (outcome.ok) throw new Error('it was published');
  return outcome.refusal;
};

describe('a press that publishes', () => {
  test('keeps what the check found with the release, in words', async () => {
    await save('a', 500);
    expect(await publish()).toMatchObject({ ok: true });
    const [release] = await way.all('releases');
    expect(release.check).toMatchObject({
      complete: true,
      cases: { run: 2, failed: 0 },
      recorded: {
        decisions: 3,
        otherwise: 1,
        effects: [{ command: 'raise-alert', gained: 1, lost: 0, label: { zh: '发出预警' } }],
        rules: [{ rule: 'a/alert', flow: 'a', node: 'alert', before: 0, after: 1 }],
        samples: [{ decision: 'd1', order: 'O1' }],
      },
      secondOpinion: { matching: 5, nearly: 5, generated: 500, disagreements: 0 },
    });
    expect(release.check.recorded.effects[0].text.zh).toBe('「发出预警」会多 1 次、少 0 次');
    expect(await way.all('comparisons')).toEqual([]);
  });

  test('is refused where the engines disagree; the order is kept as witness', async () => {
    await save('a', 500);
    finding = async () => disagreed;
    const refusal = await refusalOf(publish());
    expect(refusal).toMatchObject({ code: 'refused', path: 'a.alert' });
    expect(refusal.message.zh).toContain('大额订单 a · 发出预警');
    expect(refusal.details!.reasons).toMatchObject([
      {
        code: 'engines-disagree',
        rule: 'a/alert',
        flow: 'a',
        node: 'alert',
        witness: { facts: witness.facts },
      },
    ]);
    expect(await way.all('releases')).toEqual([]);
    const [kept] = await way.all('witnesses');
    expect(JSON.parse(kept.body)).toEqual({ facts: witness.facts, ours: ['a/alert'], theirs: [] });
  });

  test('is refused where a case does not pass, naming flow, node and case', async () => {
    await save('a', 500);
    const failed = {
      flow: 'a',
      case: 'k1',
      name: { zh: '刚好五元', en: 'Just five' },
      node: 'alert',
      differences: [{ zh: '缺少', en: 'missing' }],
    };
    finding = async () => ({ ...agreed, cases: { run: 1, failed: [failed] } });
    const refusal = await refusalOf(publish());
    expect(refusal.path).toBe('a.alert');
    expect(refusal.message.zh).toBe('有 1 个用例没有通过。大额订单 a · 发出预警，用例「刚好五元」：缺少');
    expect(refusal.details!.reasons).toMatchObject([
      { code: 'case-failed', flow: 'a', node: 'alert', case: 'k1' },
    ]);
  });

  test('is refused when the check failed itself, or what was checked is not what would be published', async () => {
    await save('a', 500);
    finding = async () => {
      throw new Error('the thread has ended');
    };
    expect((await refusalOf(publish())).details!.reasons).toEqual([{ code: 'not-checked' }]);
    // A draft is saved while the check runs.
    finding = async () => {
      await save('a', 600, 1);
      return agreed;
    };
    expect((await refusalOf(publish())).details!.reasons).toEqual([{ code: 'not-checked' }]);
    finding = async () => agreed;
    expect(await publish()).toMatchObject({ ok: true });
  });

  test('checks the same content once, and not at all what would be refused anyway', async () => {
    expect((await refusalOf(publish())).details!.reasons).toEqual([{ code: 'nothing-new' }]);
    expect(checked).toBe(0);
    await save('a', 500);
    finding = async () => disagreed;
    await publish();
    await publish();
    expect(checked).toBe(1);
    await door.execute({ name: 'publish-release', input: {} }, person('keeper'));
    expect(checked).toBe(1);
  });

  test('repeated with its key gets its answer again, whatever the drafts are by then', async () => {
    await save('a', 500);
    const first = await publish('k-1');
    await save('a', 900, 1);
    finding = async () => disagreed;
    expect(await publish('k-1')).toMatchObject({
      ok: true,
      repeated: true,
      press: first.ok ? first.press : '',
    });
  });

  test('others are served while it is being checked', async () => {
    await save('a', 500);
    let end = (): void => {};
    finding = () => new Promise((resolve) => (end = () => resolve(agreed)));
    const publishing = publish();
    await expect.poll(() => checked).toBe(1);
    await save('b', 700);
    expect((await way.all('flows')).map(({ _id }) => _id).sort()).toEqual(['a', 'b']);
    end();
    // What came in between has not been checked.
    expect((await publishing).ok).toBe(false);
  });
});

describe('what a check had no time for', () => {
  const compare = () =>
    new FullComparison({ store: way.store, log: silent, door: way.door, verifier }).compareNext();

  test('is done once the release is in force, by one process, and told with the release', async () => {
    finding = async () => cutShort;
    await save('a', 500);
    await publish();
    expect(await way.all('comparisons')).toMatchObject([{ number: 1, before: null, state: 'waiting' }]);
    finding = async () => agreed;
    // Two look at once: one takes it.
    const taken = await Promise.all([compare(), compare()]);
    expect(taken.toSorted()).toEqual([false, true]);
    expect(await way.all('comparisons')).toMatchObject([{ state: 'agreed', check: { complete: true } }]);
    expect(await compare()).toBe(false);
    expect(await way.all('alerts')).toEqual([]);
  });

  test('raises an urgent alert with the way back when the engines disagree later', async () => {
    await save('a', 500);
    await publish();
    finding = async () => cutShort;
    await save('a', 600, 1);
    await publish();
    finding = async () => disagreed;
    expect(await compare()).toBe(true);
    const [alert] = await way.all('alerts');
    expect(alert).toMatchObject({
      level: 'urgent',
      rooms: ['role:operations'],
      subject: { kind: 'release', id: '2' },
      buttons: [{ name: 'activate-release', target: 'release:1' }],
    });
    expect(await way.all('comparisons')).toMatchObject([{ number: 2, before: 1, state: 'disagreed' }]);
    expect(await way.all('witnesses')).toHaveLength(1);
  });

  test('begins again when it was not ended', async () => {
    finding = async () => cutShort;
    await save('a', 500);
    await publish();
    finding = async () => {
      throw new Error('the thread has ended');
    };
    await expect(compare()).rejects.toThrow('ended');
    expect(await way.all('comparisons')).toMatchObject([{ state: 'waiting' }]);
    await way.store.collection('comparisons').updateOne({ _id: '1' } as never, { $set: { until: 0 } });
    finding = async () => agreed;
    expect(await compare()).toBe(true);
    expect(await way.all('comparisons')).toMatchObject([{ state: 'agreed' }]);
  });
});
