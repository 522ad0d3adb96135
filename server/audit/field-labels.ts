import type { Text } from '../../rules-library/schema/text.ts';

/** Fields of audit entries that only machines read. */
export const hiddenFields: ReadonlySet<string> = new Set(['hash', 'logic', 'planHash']);

/** Labels of fields of audit entries that are no facts. */
export const fieldLabels: Readonly<Record<string, Text>> = {
  id: { zh: '编号', en: 'Id' },
  name: { zh: '名称', en: 'Name' },
  kind: { zh: '种类', en: 'Kind' },
  version: { zh: '版本', en: 'Version' },
  release: { zh: '发布版本', en: 'Release' },
  flows: { zh: '规则流', en: 'Rule flows' },
  template: { zh: '模板', en: 'Template' },
  added: { zh: '新增', en: 'Added' },
  changed: { zh: '更新', en: 'Updated' },
  same: { zh: '没有变化', en: 'Unchanged' },
  rejected: { zh: '未收', en: 'Not taken' },
  repeated: { zh: '重复发送', en: 'Sent again' },
  differs: { zh: '内容不同', en: 'With other content' },
  commands: { zh: '能做什么', en: 'May do' },
  reads: { zh: '能读什么', en: 'May read' },
  perSecond: { zh: '每秒最多', en: 'Calls a second' },
  roles: { zh: '角色', en: 'Roles' },
  demo: { zh: '演示', en: 'Demo' },
  revokedAt: { zh: '停用时间', en: 'Revoked at' },
  value: { zh: '内容', en: 'Value' },
  quantity: { zh: '数量', en: 'Quantity' },
  lines: { zh: '明细', en: 'Lines' },
  sku: { zh: '商品', en: 'Part' },
  warehouse: { zh: '仓库', en: 'Warehouse' },
  shipTo: { zh: '收货地址', en: 'Ship to' },
  province: { zh: '省', en: 'Province' },
  city: { zh: '市', en: 'City' },
  district: { zh: '区', en: 'District' },
  street: { zh: '街道', en: 'Street' },
  contact: { zh: '联系人', en: 'Contact' },
  phone: { zh: '电话', en: 'Phone' },
  customer: { zh: '客户', en: 'Customer' },
  assignee: { zh: '负责人', en: 'Assigned to' },
  text: { zh: '文字', en: 'Text' },
  result: { zh: '结果', en: 'Result' },
};
