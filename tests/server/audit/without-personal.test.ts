import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changesOf } from '../../../server/audit/audit-words.ts';
import { Sealer } from '../../../server/audit/sealer.ts';
import { verifyAudit } from '../../../server/audit/verify-audit.ts';
import { shownText } from '../../../server/audit/without-personal.ts';
import { defineHandler, type CommandHandler } from '../../../server/door/handler.ts';
import { openWay, person, silent } from '../../support/way.ts';

const phone = '13812345678';
const idNumber = '11010519491231002X';
const contact = '欧阳文山';
const street = '观前街 8 号 302 室';

/** Stands in for a button that changes an address and says so. */
const moving = defineHandler<{ tag: string }>({
  name: 'set-tag',
  needs: () => [],
  plan: ({ input }) => ({
    changes: [],
    result: {},
    text: { zh: `改为 ${input.tag}`, en: `moved to ${input.tag}` },
    audit: {
      before: { shipTo: { city: '苏州', contact: '别人', phone: '13900000000', street: '别处' } },
      after: { shipTo: { city: '苏州', contact, phone: Number(phone), street }, customer: { name: contact } },
    },
  }),
}) as CommandHandler;

let way: Awaited<ReturnType<typeof openWay>>;
beforeAll(async () => {
  way = await openWay({ handlers: [moving] });
});
afterAll(() => way.close());

const press = async (reason: string, voucher: string) => {
  const call = { name: 'set-tag', target: 'order:o1', input: { tag: `${phone} 那里` }, reason, voucher };
  const done = await way.door.execute(call, person('operations'));
  if (!done.ok) throw new Error('refused');
  return (await way.store.collection('audit').findOne({ _id: done.press } as never)) as any;
};

describe('personal data', () => {
  test('is not in the chain: masked with its keyed hash, equal where it is equal', async () => {
    const entry = await press(`客户 138-1234-5678（${idNumber}）来电`, phone);
    const text = JSON.stringify(entry);
    for (const personal of [phone, '138-1234-5678', idNumber, contact, '观前街', '别人', '13900000000'])
      expect(text).not.toContain(personal);
    const keyed = way.vault.index('audit', phone).slice(0, 16);
    expect(entry.after.shipTo).toMatchObject({ city: '苏州', phone: `138****5678#${keyed}` });
    expect(entry.voucher).toBe(`138****5678#${keyed}`);
    expect(entry.reason).toContain(`138****5678#${keyed}`);
    expect(entry.after.shipTo.contact).toBe(entry.after.customer.name);
    expect(entry.before.shipTo.contact).not.toBe(entry.after.shipTo.contact);
  });

  test('is read without the hashes', async () => {
    const entry = await press(`客户 ${phone} 来电`, phone);
    expect(shownText(entry.reason)).toBe('客户 138****5678 来电');
    expect(shownText(entry.voucher)).toBe('138****5678');
    expect(shownText('订单 A*#1 不变')).toBe('订单 A*#1 不变');
    const [change] = changesOf(entry.before, entry.after);
    expect(change!.after!.zh).toBe('市 苏州，联系人 欧*，电话 138****5678，街道 ****');
  });

  test('so what is said without any stays as it was said', async () => {
    const entry = await press('客户改主意了', 'TEL-20251212-031');
    expect(entry).toMatchObject({ reason: '客户改主意了', voucher: 'TEL-20251212-031' });
  });

  test('and the chain holds over such entries', async () => {
    await new Sealer(way.store, silent, null).sealOnce();
    expect(await verifyAudit(way.store)).toMatchObject({ seals: 1, entries: 3, problems: [] });
  });
});
