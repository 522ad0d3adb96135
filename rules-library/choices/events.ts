import type { SubjectKind } from '../define/block.ts';
import type { Choice } from '../define/fact.ts';
import type { Text } from '../schema/text.ts';

/** An event flows may listen to: what it is about, and the words that stand in "when …". */
export interface EventChoice extends Choice {
  subject: SubjectKind;
  clause: Text;
}

/** Every event of the vocabulary; `raised-events.ts` says which of them this build raises. Gates add `gate.NAME`. */
export const events: readonly EventChoice[] = [
  {
    value: 'order.received',
    subject: 'order',
    label: { zh: '收到订单', en: 'Order received' },
    clause: { zh: '收到订单', en: 'an order is received' },
  },
  {
    value: 'rush.requested',
    subject: 'order',
    label: { zh: '申请加急', en: 'Rush requested' },
    clause: { zh: '申请加急', en: 'rush is requested' },
  },
  {
    value: 'order.changed',
    subject: 'order',
    label: { zh: '订单改动', en: 'Order changed' },
    clause: { zh: '订单改动', en: 'an order is changed' },
  },
  {
    value: 'payment.changed',
    subject: 'order',
    label: { zh: '付款变化', en: 'Payment changed' },
    clause: { zh: '付款变化', en: 'a payment changes' },
  },
  {
    value: 'credit.changed',
    subject: 'order',
    label: { zh: '信用变化', en: 'Credit changed' },
    clause: { zh: '信用变化', en: 'credit changes' },
  },
  {
    value: 'order.released',
    subject: 'order',
    label: { zh: '已放单', en: 'Order released' },
    clause: { zh: '放单', en: 'an order is released' },
  },
  {
    value: 'order.shipped',
    subject: 'order',
    label: { zh: '已发货', en: 'Order shipped' },
    clause: { zh: '发货', en: 'an order is shipped' },
  },
  {
    value: 'order.delivered',
    subject: 'order',
    label: { zh: '已送达', en: 'Order delivered' },
    clause: { zh: '送达', en: 'an order is delivered' },
  },
  {
    value: 'order.cancelled',
    subject: 'order',
    label: { zh: '已取消', en: 'Order cancelled' },
    clause: { zh: '订单取消', en: 'an order is cancelled' },
  },
  {
    value: 'return.received',
    subject: 'order',
    label: { zh: '收到退货', en: 'Return received' },
    clause: { zh: '收到退货', en: 'a return is received' },
  },
  {
    value: 'lock.expired',
    subject: 'order',
    label: { zh: '锁库到期', en: 'Stock lock expired' },
    clause: { zh: '锁库到期', en: 'a stock lock expires' },
  },
  {
    value: 'route.changed',
    subject: 'order',
    label: { zh: '路线改动', en: 'Route changed' },
    clause: { zh: '路线改动', en: 'the route is changed' },
  },
  {
    value: 'alert.unanswered',
    subject: 'order',
    label: { zh: '预警无人处理', en: 'Alert unanswered' },
    clause: { zh: '预警无人处理', en: 'an alert stays unanswered' },
  },
  {
    value: 'stock.changed',
    subject: 'stock',
    label: { zh: '库存变化', en: 'Stock changed' },
    clause: { zh: '库存变化', en: 'stock changes' },
  },
  {
    value: 'stock.difference',
    subject: 'stock',
    label: { zh: '实物不符', en: 'Stock differs' },
    clause: { zh: '实物不符', en: 'a count differs from the books' },
  },
  {
    value: 'breaker.changed',
    subject: 'stock',
    label: { zh: '加急通道变化', en: 'Rush lane changed' },
    clause: { zh: '加急通道变化', en: 'the rush lane opens or closes' },
  },
  {
    value: 'recall.announced',
    subject: 'sku',
    label: { zh: '召回公告', en: 'Recall announced' },
    clause: { zh: '发布召回', en: 'a recall is announced' },
  },
  {
    value: 'forecast.burst',
    subject: 'sku',
    label: { zh: '需求突增', en: 'Demand burst' },
    clause: { zh: '需求突增', en: 'demand bursts' },
  },
  {
    value: 'transfer.requested',
    subject: 'transfer',
    label: { zh: '申请调拨', en: 'Transfer requested' },
    clause: { zh: '申请调拨', en: 'a transfer is requested' },
  },
  {
    value: 'transfer.planChanged',
    subject: 'transfer',
    label: { zh: '调拨方案已变', en: 'Transfer plan changed' },
    clause: { zh: '调拨方案变了', en: 'the plan of a transfer changes' },
  },
  {
    value: 'transfer.received',
    subject: 'transfer',
    label: { zh: '调拨到货', en: 'Transfer received' },
    clause: { zh: '调拨到货', en: 'a transfer is received' },
  },
  {
    value: 'transfer.late',
    subject: 'transfer',
    label: { zh: '调拨晚点', en: 'Transfer late' },
    clause: { zh: '调拨晚点', en: 'a transfer is late' },
  },
  {
    value: 'lane.changed',
    subject: 'lane',
    label: { zh: '线路变化', en: 'Lane changed' },
    clause: { zh: '线路变化', en: 'a lane changes' },
  },
  {
    value: 'duplicate.suspected',
    subject: 'case',
    label: { zh: '疑似同一人', en: 'Same person suspected' },
    clause: { zh: '发现疑似同一人', en: 'the same person is suspected' },
  },
  {
    value: 'bypass.found',
    subject: 'case',
    label: { zh: '发现系统外操作', en: 'Bypass found' },
    clause: { zh: '发现系统外操作', en: 'something done outside is found' },
  },
  {
    value: 'shipment.reported',
    subject: 'case',
    label: { zh: '外部报告已发货', en: 'Shipment reported' },
    clause: { zh: '外部报告已发货', en: 'a shipment is reported from outside' },
  },
  {
    value: 'time.reached',
    subject: 'company',
    label: { zh: '到点', en: 'Time reached' },
    clause: { zh: '到点', en: 'the time is reached' },
  },
  {
    value: 'season.started',
    subject: 'company',
    label: { zh: '时期开始', en: 'Season started' },
    clause: { zh: '时期开始', en: 'a season starts' },
  },
  {
    value: 'season.ended',
    subject: 'company',
    label: { zh: '时期结束', en: 'Season ended' },
    clause: { zh: '时期结束', en: 'a season ends' },
  },
  {
    value: 'connector.event',
    subject: 'company',
    label: { zh: '外部事件', en: 'Outside event' },
    clause: { zh: '外部事件', en: 'a connector reports an event' },
  },
  {
    value: 'approval.decided',
    subject: 'company',
    label: { zh: '审批有结果', en: 'Approval decided' },
    clause: { zh: '审批有结果', en: 'an approval is decided' },
  },
];
