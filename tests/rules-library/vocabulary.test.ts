import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Text } from '../../rules-library/schema/text.ts';
import * as choices from '../../rules-library/choices/index.ts';
import { vocabulary } from '../../rules-library/index.ts';
import { libraryFolder } from '../support/generate-indexes.ts';

/** Ids others rely on, with the Chinese of a chip. */
const facts: Record<string, string> = {
  'order.channel': '渠道',
  'order.kind': '订单类型',
  'order.state': '订单状态',
  'order.layer': '锁库层级',
  'order.total': '订单金额',
  'order.goodsTotal': '货款',
  'order.discount': '优惠金额',
  'order.freight': '运费',
  'order.lineCount': '明细数',
  'order.quantity': '件数',
  'order.weight': '重量',
  'order.volume': '体积',
  'order.placedAt': '下单时间',
  'order.age': '已过时长',
  'order.requestedDelivery': '期望交付',
  'order.promisedDelivery': '承诺交付',
  'order.firstPromise': '首次承诺',
  'order.hoursToPromise': '距承诺还剩',
  'order.isLate': '是否超期',
  'order.syncDelay': '同步延迟',
  'order.isRush': '加急',
  'order.rushRequested': '已申请加急',
  'order.holds': '当前卡点',
  'order.tags': '标签',
  'order.note': '备注',
  'order.complaints': '投诉数',
  'order.overCredit': '超出信用',
  'payment.status': '付款状态',
  'payment.method': '付款方式',
  'payment.paid': '已付金额',
  'payment.due': '待付金额',
  'payment.age': '未付时长',
  'customer.tier': '客户等级',
  'customer.isNew': '新客',
  'customer.orderCount90d': '90 天单数',
  'customer.returnRate90d': '90 天退货率',
  'customer.creditLimit': '信用额度',
  'customer.creditUsed': '已用信用',
  'customer.creditLeft': '剩余信用',
  'customer.overdueDays': '逾期天数',
  'customer.ordersLast24h': '24 小时单数',
  'customer.channelsLast24h': '24 小时渠道数',
  'customer.sameSkuLast24h': '24 小时同商品单数',
  'customer.matchScore': '同一人可能性',
  'customer.matchedBy': '同一人依据',
  'repairShop.id': '维修厂',
  'repairShop.region': '区域',
  'repairShop.usualModels': '常修车型',
  'vehicle.brand': '品牌',
  'vehicle.model': '车型',
  'shipTo.province': '省',
  'shipTo.city': '市',
  'shipTo.isRemote': '偏远地区',
  'line.sku': '商品',
  'line.quantity': '数量',
  'line.unitPrice': '单价',
  'line.amount': '明细金额',
  'line.warehouse': '发货仓',
  'line.category': '品类',
  'line.goodsClass': '货物类别',
  'line.isFragile': '易碎',
  'line.coldChain': '冷链',
  'line.shortage': '缺口',
  'line.inTransit': '在途',
  'line.inTransitEta': '在途到达',
  'delivery.hours': '预计可交付时长',
  'change.field': '改了什么',
  'change.by': '谁改的',
  'change.dateFrom': '原交期',
  'change.dateTo': '新交期',
  'change.daysLater': '晚几天',
  'change.amountFrom': '原金额',
  'change.amountTo': '新金额',
  'change.amountBy': '差额',
  'actor.role': '操作人角色',
  'actor.warehouse': '操作人所在仓',
  'clock.now': '现在',
  'clock.weekday': '星期',
  'clock.hour': '几点',
  'clock.sinceMidnight': '当天已过时长',
  'clock.isBusinessDay': '工作日',
  'order.fulfilmentCost': '履约成本',
  'order.fulfilmentCostShare': '履约成本占比',
  'order.lateProbability': '延误概率',
  'line.locked': '已锁',
  'line.picked': '已拣',
  'line.shipped': '已发',
  'line.available': '可用',
  'line.availableAnywhere': '全网可用',
  'line.rushHoursWorst': '最近 3 次加急最慢',
  'line.rushCount': '加急次数',
  'line.isRecalled': '被召回',
  'line.replacesRecalled': '召回替换件',
  'line.forecastBurst': '需求突增倍数',
  'stock.canShipAll': '可全发',
  'stock.canShipPart': '可部分发',
  'stock.bestWarehouse': '最优仓',
  'stock.warehousesNeeded': '需几仓',
  'delivery.earliest': '最早可交付',
  'delivery.carrier': '承运商',
  'delivery.mode': '运输方式',
  'delivery.carrierCutoff': '揽收截止',
  'delivery.driver': '司机',
  'rush.breaker': '加急通道',
  'rush.missesRecent': '近期加急失约数',
  'rush.todayCount': '今日加急数',
  'balance.warehouse': '仓',
  'balance.sku': '商品',
  'balance.onHand': '在库',
  'balance.available': '可用',
  'balance.demand2h': '两小时需求',
  'balance.coverHours': '还够几小时',
  'difference.units': '相差件数',
  'difference.value': '相差金额',
  'difference.ordersHit': '波及单数',
  'transfer.from': '调出仓',
  'transfer.to': '调入仓',
  'transfer.quantity': '调拨数量',
  'transfer.cost': '调拨费用',
  'transfer.eta': '到达时间',
  'shipment.warehouse': '报告的发货仓',
  'shipment.quantity': '报告的件数',
  'shipment.overLocked': '超锁件数',
  'shipment.wasReleased': '是否放过单',
  'bypass.kind': '系统外操作种类',
  'bypass.units': '系统外操作件数',
  'bypass.value': '系统外操作金额',
  'recall.skus': '召回商品',
  'recall.replacements': '替换件',
  'burst.sku': '突增商品',
  'burst.factor': '突增倍数',
  'burst.region': '突增区域',
  'connector.lag': '对接延迟',
  'season.active': '生效的特殊时期',
  'season.endsAt': '时期结束',
};
const commands: Record<string, { zh: string; needsReason?: true; automatable?: true }> = {
  'raise-alert': { zh: '发出预警', automatable: true },
  'acknowledge-alert': { zh: '已知晓' },
  'hold-order': { zh: '挂起订单', automatable: true },
  'lift-hold': { zh: '解除挂起', needsReason: true, automatable: true },
  'mark-rush': { zh: '标记加急', automatable: true },
  'set-tag': { zh: '打标签', automatable: true },
  'set-field': { zh: '填自定义项', automatable: true },
  'lock-stock': { zh: '一键锁库', automatable: true },
  'release-lock': { zh: '释放锁库', needsReason: true, automatable: true },
  'receive-stock': { zh: '入库' },
  'set-protection': { zh: '设保底', needsReason: true, automatable: true },
  'set-cap': { zh: '设渠道上限', needsReason: true, automatable: true },
  'undo-lock': { zh: '撤销锁库' },
  'extend-lock': { zh: '延长锁库', automatable: true },
  'confirm-lock': { zh: '确认锁库', automatable: true },
  'confirm-pick': { zh: '确认拣货' },
  ship: { zh: '发货' },
  'adjust-stock': { zh: '调整库存', needsReason: true, automatable: true },
  'block-stock': { zh: '冻结库存', needsReason: true, automatable: true },
  'unblock-stock': { zh: '解冻库存', needsReason: true },
  'publish-release': { zh: '发布' },
  'activate-release': { zh: '回滚', needsReason: true },
  'load-template': { zh: '载入模板' },
  approve: { zh: '批准' },
  reject: { zh: '驳回', needsReason: true },
  'ask-back': { zh: '退回补充' },
  delegate: { zh: '转交' },
  answer: { zh: '回答' },
};
const blocks: Record<string, string> = {
  'order.received': '收到订单',
  'order.changed': '订单改动',
  'payment.changed': '付款变化',
  'credit.changed': '信用变化',
  'rush.requested': '申请加急',
  'order.released': '已放单',
  'order.shipped': '已发货',
  'order.delivered': '已送达',
  'order.cancelled': '已取消',
  'time.reached': '到点',
  'approval.decided': '审批有结果',
  'condition-group': '条件组',
  'line-condition': '明细条件',
  branch: '分支',
  'in-list': '在名单里',
  'time-window': '时段',
  'season-window': '特殊时期内',
  'rush-criteria': '加急判定',
  'stock-check': '库存够不够',
  'decision-table': '决策表',
  'score-card': '评分卡',
  calculation: '计算',
  lookup: '查表',
  approval: '审批',
  ask: '请人选择',
  wait: '等待',
  'for-each': '逐一处理',
  note: '便签',
  'raise-alert': '发出预警',
  'hold-order': '挂起订单',
  'lift-hold': '解除挂起',
  'confirm-order': '确认订单',
  'release-order': '放单',
  'mark-delivered': '签收',
  'close-order': '结单',
  assign: '指派',
  'set-priority': '设锁库层级',
  'refuse-rush': '回绝加急',
  'unmark-rush': '取消加急',
  'request-payment': '请客户付款',
  'mark-rush': '标记加急',
  'set-field': '填自定义项',
  'alert.unanswered': '预警无人处理',
  gate: '关口',
  deny: '拦下',
  allow: '放行',
  'set-tag': '打标签',
  'lock-stock': '一键锁库',
  'release-lock': '释放锁库',
  'adjust-stock': '调整库存',
  'block-stock': '冻结库存',
  'confirm-lock': '确认锁库',
  'set-protection': '设保底',
  'set-cap': '设渠道上限',
  'extend-lock': '延长锁库',
  'lock.expired': '锁库到期',
};

/** Every text of the vocabulary with the place it stands. */
function texts(): [string, Text][] {
  const found: [string, Text][] = [];
  const seen = new Set<unknown>();
  const collect = (place: string, value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if (value instanceof z.ZodType) {
      collect(`${place}.ui`, value.meta());
      if (value instanceof z.ZodObject) collect(place, value.shape);
      if (value instanceof z.ZodOptional || value instanceof z.ZodDefault) collect(place, value.unwrap());
      return;
    }
    const record = value as Record<string, unknown>;
    if (typeof record.zh === 'string' || typeof record.en === 'string') {
      found.push([place, record as Text]);
      return;
    }
    for (const [name, inner] of Object.entries(record)) {
      // Examples and drawn params hold what people type, which may be empty.
      if (name !== 'examples' && name !== 'initial' && name !== 'samples') collect(`${place}.${name}`, inner);
    }
  };
  for (const [kind, map] of Object.entries(vocabulary)) {
    for (const [id, definition] of map as Map<string, unknown>) collect(`${kind} ${id}`, definition);
  }
  for (const [name, list] of Object.entries(choices)) {
    for (const { value, label } of list) found.push([`${name} ${value}`, label]);
  }
  return found;
}

describe('facts', () => {
  it('have the labels of the vocabulary', () => {
    const found = Object.keys(facts).map((id) => [id, vocabulary.facts.get(id)?.label.zh]);
    expect(Object.fromEntries(found)).toEqual(facts);
  });

  it('are no others than those, the days to festivals, hidden ones and the order number for texts', () => {
    const more = [...vocabulary.facts.keys()].filter(
      (id) => !(id in facts) && !id.startsWith('clock.daysTo.'),
    );
    expect(more.toSorted()).toEqual(['event.source', 'event.stage', 'event.type', 'order.number']);
    for (const { id, hidden } of vocabulary.facts.values()) {
      expect(`${id} ${hidden === true}`).toBe(`${id} ${id.startsWith('event.')}`);
    }
  });

  it('have samples of their own type', () => {
    const fits: Record<string, (value: unknown) => boolean> = {
      text: (value) => typeof value === 'string',
      choice: (value) => typeof value === 'string',
      'yes-no': (value) => typeof value === 'boolean',
      list: (value) => Array.isArray(value),
      percent: (value) => typeof value === 'number',
      factor: (value) => typeof value === 'number',
      hours: (value) => typeof value === 'number',
    };
    for (const { id, type, samples, whenNone, choices: allowed } of vocabulary.facts.values()) {
      expect(samples.length, id).toBeGreaterThan(0);
      for (const sample of [...samples, ...(whenNone === undefined ? [] : [whenNone])]) {
        expect((fits[type] ?? Number.isInteger)(sample), `${id}: ${String(sample)}`).toBe(true);
        if (allowed === undefined) continue;
        for (const one of [sample].flat()) {
          expect(
            allowed.map(({ value }) => value),
            id,
          ).toContain(one);
        }
      }
    }
  });

  it.each([
    ['order', ['order', 'line', 'change', 'actor', 'company']],
    ['stock', ['stock', 'sku', 'actor', 'company']],
    ['transfer', ['transfer', 'actor', 'company']],
    ['case', ['case', 'order', 'line', 'actor', 'company']],
  ])('are called differently within one subject: %s', (_subject, scopes) => {
    const names = [...vocabulary.facts.values()]
      .filter(({ hidden, scope }) => hidden !== true && scopes.includes(scope))
      .map(({ label }) => label);
    expect(new Set(names.map(({ zh }) => zh)).size).toBe(names.length);
    expect(new Set(names.map(({ en }) => en)).size).toBe(names.length);
  });
});

describe('commands and blocks', () => {
  it('have the names, labels and marks of the vocabulary', () => {
    for (const [name, { zh, needsReason, automatable }] of Object.entries(commands)) {
      expect(vocabulary.commands.get(name), name).toMatchObject({
        label: { zh },
        needsReason: needsReason ?? false,
        automatable: automatable ?? false,
      });
    }
  });

  it('have the kinds and labels of the vocabulary, and no kind that this build cannot carry out', () => {
    const found = [...vocabulary.blocks.values()].map(({ kind, label }) => [kind, label.zh]);
    expect(Object.fromEntries(found)).toEqual({ ...blocks, group: '分组框' });
  });

  it('every command a rule may press is an action block with the same label, and no other is', () => {
    const automatable = [...vocabulary.commands.values()].filter((command) => command.automatable);
    const actions = [...vocabulary.blocks.values()].filter(({ category }) => category === 'action');
    expect(actions.map(({ kind }) => kind).toSorted()).toEqual(
      automatable.map(({ name }) => name).toSorted(),
    );
  });

  it('buttons name roles that exist, and somebody may press them', () => {
    const roles = new Set(choices.roles.map(({ value }) => value));
    for (const command of vocabulary.commands.values()) {
      for (const role of command.roles) expect(roles).toContain(role);
      if (command.button) expect(command.roles.length, command.name).toBeGreaterThan(0);
    }
  });

  it('the forms of all blocks can be drawn: every param of a block has a label and a widget', () => {
    for (const { kind, params } of vocabulary.blocks.values()) {
      if (!(params instanceof z.ZodObject)) throw new Error(`${kind} takes no object`);
      for (const [name, schema] of Object.entries<z.ZodType>(params.shape)) {
        if (['target', 'groupBy', 'width', 'height'].includes(name)) continue;
        expect((schema.meta() as any)?.ui, `${kind}.${name}`).toMatchObject({
          field: expect.any(String),
          label: { zh: expect.any(String), en: expect.any(String) },
        });
      }
    }
  });
});

describe('texts', () => {
  const all = texts();

  it('are many', () => {
    expect(all.length).toBeGreaterThan(300);
  });

  it('are there in both languages', () => {
    // A tail after the value is not needed in both.
    const bare = all.filter(
      ([place, { zh, en }]) => !place.endsWith('.tail') && (!zh?.trim() || !en?.trim()),
    );
    expect(bare).toEqual([]);
  });

  it('have Chinese in Chinese, and none in English', () => {
    const han = /\p{Script=Han}/u;
    const same = new Set(['618', 'custom.colour']);
    expect(all.filter(([, { zh }]) => !han.test(zh) && !same.has(zh))).toEqual([]);
    expect(all.filter(([, { en }]) => han.test(en))).toEqual([]);
  });

  it('have Chinese punctuation in Chinese, and no exclamation marks', () => {
    expect(all.filter(([, { zh }]) => /\p{Script=Han}[,;:?!()]|[,;:?!(]\p{Script=Han}/u.test(zh))).toEqual(
      [],
    );
    expect(all.filter(([, { zh, en }]) => /[!！]/.test(zh + en))).toEqual([]);
  });

  it('hold no technical word', () => {
    const technical = /字段|接口|数据库|JSON|null|API|field|boolean|string|array|database/i;
    const allowed = new Set([
      'Custom field',
      'Set custom field',
      'Fills one custom field of the order.',
      'Field',
    ]);
    expect(
      all.filter(([, { zh, en }]) => technical.test(zh) || (technical.test(en) && !allowed.has(en))),
    ).toEqual([]);
  });
});

describe('files', () => {
  it('of facts are named after the id', () => {
    const files = (readdirSync(`${libraryFolder}facts`, { recursive: true }) as string[]).filter((file) =>
      file.endsWith('.fact.ts'),
    );
    expect(files).toHaveLength(vocabulary.facts.size);
  });
});
