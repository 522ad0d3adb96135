import type { AuditEntryView } from '../../rules-library/contract/audit.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import { records, type Store } from '../store/store.ts';

const kinds: Readonly<Record<string, Text>> = {
  order: { zh: '订单', en: 'Order' },
  flow: { zh: '规则流', en: 'Rule flow' },
  release: { zh: '发布版本', en: 'Release' },
  template: { zh: '模板', en: 'Template' },
  person: { zh: '人员', en: 'Person' },
  alert: { zh: '预警', en: 'Alert' },
  approval: { zh: '审批', en: 'Approval' },
  stock: { zh: '库存', en: 'Stock' },
  sku: { zh: '商品', en: 'Part' },
  transfer: { zh: '调拨', en: 'Transfer' },
  lane: { zh: '线路', en: 'Lane' },
  case: { zh: '事项', en: 'Case' },
  reservation: { zh: '锁库', en: 'Stock lock' },
  company: { zh: '公司', en: 'Company' },
  customer: { zh: '客户', en: 'Customer' },
  role: { zh: '角色', en: 'Role' },
  press: { zh: '操作', en: 'Press' },
};

const other: Text = { zh: '对象', en: 'Object' };

/** Names of what entries are about, by target: the order's number, the name of the flow or person; else the id itself. */
export async function objectNames(
  store: Store,
  targets: readonly (string | null)[],
): Promise<(target: string | null) => AuditEntryView['object']> {
  const ids = (kind: string): string[] => [
    ...new Set(
      targets.flatMap((target) =>
        target?.startsWith(`${kind}:`) === true ? target.slice(kind.length + 1) : [],
      ),
    ),
  ];
  const orders = await records<{ _id: string; externalId: string }>(store, 'orders').byIds(ids('order'));
  const flows = await records<{ _id: string; flow?: { name?: Text } }>(store, 'flows').byIds(ids('flow'));
  const people = await records<{ _id: string; name: Text }>(store, 'people').byIds(ids('person'));
  const names = new Map<string, Text | undefined>([
    ...orders.map(({ _id, externalId }) => [`order:${_id}`, same(externalId)] as const),
    ...flows.map(({ _id, flow }) => [`flow:${_id}`, flow?.name] as const),
    ...people.map(({ _id, name }) => [`person:${_id}`, name] as const),
  ]);
  return (target) => {
    if (target === null) return null;
    const colon = target.indexOf(':');
    const kind = target.slice(0, colon);
    return { kind: kinds[kind] ?? other, name: names.get(target) ?? same(target.slice(colon + 1)) };
  };
}

function same(text: string): Text {
  return { zh: text, en: text };
}

/** What somebody may mean by a number or name: `order:ID` as it is, else the orders of that number and things of that id. */
export async function targetsMeant(store: Store, meant: string): Promise<string[]> {
  if (/^[a-z]+:.+$/s.test(meant)) return [meant];
  const orders = await records<{ _id: string }>(store, 'orders').find({ externalId: meant }, { limit: 20 });
  return [
    ...orders.map(({ _id }) => `order:${_id}`),
    ...Object.keys(kinds).map((kind) => `${kind}:${meant}`),
  ];
}
