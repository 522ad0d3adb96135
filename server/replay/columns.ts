/** What one column of a file may hold, and the headers people give it (compared without spaces, case and punctuation). */
export interface Column {
  field: string;
  kind: 'text' | 'money' | 'integer' | 'time' | 'yes-no' | 'choice';
  headers: readonly string[];
  /** Words of a choice → the value orders carry. */
  choices?: Readonly<Record<string, string>>;
}

const channelWords = {
  taobao: 'taobao',
  淘宝: 'taobao',
  天猫: 'taobao',
  douyin: 'douyin',
  抖音: 'douyin',
  抖店: 'douyin',
  jd: 'jd',
  京东: 'jd',
  youzan: 'youzan',
  有赞: 'youzan',
  b2b: 'b2b',
  维修厂: 'b2b',
  批发: 'b2b',
  pos: 'pos',
  门店: 'pos',
  门店收银: 'pos',
  manual: 'manual',
  手工: 'manual',
};

const tierWords = {
  gold: 'gold',
  金: 'gold',
  金级: 'gold',
  silver: 'silver',
  银: 'silver',
  银级: 'silver',
  bronze: 'bronze',
  铜: 'bronze',
  铜级: 'bronze',
  none: 'none',
  无: 'none',
  普通: 'none',
};

const paymentWords = {
  paid: 'paid',
  已付款: 'paid',
  已支付: 'paid',
  unpaid: 'unpaid',
  未付款: 'unpaid',
  待付款: 'unpaid',
  part_paid: 'part_paid',
  部分付款: 'part_paid',
  authorised: 'authorised',
  authorized: 'authorised',
  已授权: 'authorised',
  on_account: 'on_account',
  挂账: 'on_account',
  账期: 'on_account',
  cod: 'cod',
  货到付款: 'cod',
  refunded: 'refunded',
  已退款: 'refunded',
};

/** Columns the replay understands by themselves. */
export const columns: readonly Column[] = [
  {
    field: 'channel',
    kind: 'choice',
    headers: ['channel', 'platform', '渠道', '平台', '来源'],
    choices: channelWords,
  },
  {
    field: 'externalId',
    kind: 'text',
    headers: [
      'externalid',
      'orderid',
      'orderno',
      'ordernumber',
      'order',
      '订单号',
      '订单编号',
      '平台单号',
      '单号',
    ],
  },
  {
    field: 'placedAt',
    kind: 'time',
    headers: [
      'placedat',
      'orderdate',
      'ordertime',
      'createdat',
      '下单时间',
      '下单日期',
      '订单时间',
      '创建时间',
    ],
  },
  {
    field: 'customer.externalId',
    kind: 'text',
    headers: ['customerid', 'buyerid', '客户编号', '买家id', '会员号'],
  },
  {
    field: 'customer.name',
    kind: 'text',
    headers: ['customername', 'customer', 'buyer', '客户', '客户姓名', '买家', '客户名称'],
  },
  {
    field: 'customer.phone',
    kind: 'text',
    headers: ['phone', 'mobile', 'customerphone', '手机', '手机号', '电话', '联系电话'],
  },
  {
    field: 'customer.tier',
    kind: 'choice',
    headers: ['tier', 'customertier', 'level', '客户等级', '等级', '会员等级'],
    choices: tierWords,
  },
  {
    field: 'repairShop',
    kind: 'text',
    headers: ['repairshop', 'shop', 'shopid', '维修厂', '门店编号', '修理厂'],
  },
  { field: 'vehicle.brand', kind: 'text', headers: ['brand', 'vehiclebrand', '品牌', '车品牌'] },
  { field: 'vehicle.model', kind: 'text', headers: ['model', 'vehiclemodel', '车型'] },
  { field: 'vehicle.vin', kind: 'text', headers: ['vin', '车架号'] },
  { field: 'shipTo.province', kind: 'text', headers: ['province', 'state', '省', '省份'] },
  { field: 'shipTo.city', kind: 'text', headers: ['city', '市', '城市'] },
  { field: 'shipTo.district', kind: 'text', headers: ['district', 'county', '区', '区县'] },
  { field: 'shipTo.street', kind: 'text', headers: ['address', 'street', '地址', '详细地址', '收货地址'] },
  {
    field: 'shipTo.contact',
    kind: 'text',
    headers: ['contact', 'receiver', 'consignee', '收货人', '收件人', '联系人'],
  },
  {
    field: 'shipTo.phone',
    kind: 'text',
    headers: ['receiverphone', 'contactphone', '收货电话', '收货人电话', '收件人手机'],
  },
  { field: 'line.lineId', kind: 'text', headers: ['lineid', 'line', 'lineno', '行号', '明细号'] },
  {
    field: 'line.sku',
    kind: 'text',
    headers: ['sku', 'skuid', 'item', 'partno', 'part', '商品', '商品编码', '货号', '物料编码', '配件编码'],
  },
  { field: 'line.quantity', kind: 'integer', headers: ['quantity', 'qty', 'count', '数量', '件数'] },
  { field: 'line.unitPrice', kind: 'money', headers: ['unitprice', 'price', '单价', '售价'] },
  { field: 'line.warehouse', kind: 'text', headers: ['warehouse', '仓库', '发货仓', '仓'] },
  {
    field: 'payment.status',
    kind: 'choice',
    headers: ['paymentstatus', 'paystatus', '付款状态', '支付状态'],
    choices: paymentWords,
  },
  { field: 'payment.method', kind: 'text', headers: ['paymentmethod', 'paymethod', '付款方式', '支付方式'] },
  { field: 'payment.paid', kind: 'money', headers: ['paid', 'paidamount', '已付金额', '实付', '实付金额'] },
  { field: 'discount', kind: 'money', headers: ['discount', '优惠', '优惠金额', '折扣'] },
  { field: 'freight', kind: 'money', headers: ['freight', 'shipping', 'shippingfee', '运费', '邮费'] },
  {
    field: 'requestedDelivery',
    kind: 'time',
    headers: [
      'requesteddelivery',
      'deliverydate',
      'duedate',
      '期望交付',
      '要求到货时间',
      '交货日期',
      '期望送达',
    ],
  },
  { field: 'rush', kind: 'yes-no', headers: ['rush', 'urgent', 'expedite', '加急', '是否加急'] },
  { field: 'note', kind: 'text', headers: ['note', 'remark', 'comment', '备注', '留言', '买家留言'] },
];

const byField = new Map(columns.map((column) => [column.field, column]));

export function columnOf(field: string): Column | undefined {
  return byField.get(field);
}

/** A header without what people write differently: case, spaces, underscores, units in brackets, full-width forms. */
export function foldHeader(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[(（[].*?[)）\]]/g, '')
    .replace(/[\s_\-./:：*]/g, '');
}

const byHeader = new Map(
  columns.flatMap((column) => column.headers.map((header) => [header, column.field] as const)),
);

/** The field a header stands for, or undefined: then a person is asked. */
export function fieldOfHeader(header: string): string | undefined {
  // The API's own spelling (`shipTo.city`, `line.sku`) is understood as it stands.
  return byField.has(header) ? header : byHeader.get(foldHeader(header));
}
