/** Kinds of car part of the simulated chain: what they are called, cost, and how they may travel. */
export interface PartKind {
  code: string;
  name: string;
  category: string;
  goodsClass: readonly string[];
  /** Grams and cm³ of a typical piece. */
  weight: number;
  volume: number;
  isFragile: boolean;
  /** Fen, lowest and highest. */
  price: readonly [number, number];
  /** Share of the 20,000 SKUs. */
  share: number;
}

const part = (
  code: string,
  name: string,
  category: string,
  share: number,
  price: readonly [number, number],
  weight: number,
  volume: number,
  goodsClass: readonly string[] = [],
  isFragile = false,
): PartKind => ({ code, name, category, goodsClass, weight, volume, isFragile, price, share });

export const partKinds: readonly PartKind[] = [
  part('BRK', '前刹车片', '制动', 14, [12_900, 68_000], 1_900, 1_500),
  part('BRD', '刹车盘', '制动', 7, [18_000, 92_000], 7_800, 6_200),
  part('BRF', '刹车油', '油液', 4, [3_800, 16_800], 1_050, 1_200, ['liquid']),
  part('OIL', '机油', '油液', 6, [12_800, 69_800], 4_100, 5_000, ['liquid']),
  part('COL', '防冻液', '油液', 3, [5_900, 19_900], 4_300, 4_800, ['liquid']),
  part('WSH', '玻璃水', '油液', 2, [900, 3_900], 2_000, 2_300, ['liquid']),
  part('CLN', '化油器清洗剂', '油液', 2, [1_900, 5_900], 450, 700, ['aerosol', 'dangerous']),
  part('BAT', '蓄电池', '电器', 4, [32_000, 128_000], 16_500, 9_800, ['battery', 'dangerous']),
  part('FLT', '机油滤芯', '滤清', 11, [1_800, 9_800], 320, 900),
  part('AIR', '空气滤芯', '滤清', 9, [2_400, 12_800], 300, 3_100),
  part('SPK', '火花塞', '点火', 7, [2_900, 19_800], 60, 90),
  part('LMP', '大灯总成', '车身', 5, [68_000, 420_000], 3_400, 38_000, [], true),
  part('MIR', '后视镜', '车身', 4, [16_800, 118_000], 1_500, 9_000, [], true),
  part('BMP', '前保险杠', '车身', 4, [42_000, 260_000], 5_200, 190_000, ['oversized']),
  part('GLS', '前挡风玻璃', '车身', 2, [52_000, 310_000], 13_500, 160_000, ['oversized'], true),
  part('SHK', '减震器', '底盘', 7, [22_000, 148_000], 3_900, 8_200),
  part('BRG', '轮毂轴承', '底盘', 5, [9_800, 62_000], 1_400, 1_100),
  part('BLT', '正时皮带', '发动机', 4, [8_800, 46_000], 420, 1_300),
];

export const vehicleModels: readonly (readonly [string, string])[] = [
  ['大众', '朗逸'],
  ['大众', '帕萨特'],
  ['丰田', '卡罗拉'],
  ['丰田', '凯美瑞'],
  ['本田', '雅阁'],
  ['本田', '思域'],
  ['日产', '轩逸'],
  ['别克', '英朗'],
  ['福特', '福克斯'],
  ['比亚迪', '秦'],
  ['比亚迪', '宋'],
  ['吉利', '帝豪'],
  ['长安', '逸动'],
  ['哈弗', 'H6'],
];

/** Cities of the 17 own warehouses with their province, and how much of the region's demand each sees. */
export const warehouseCities: readonly (readonly [string, string, number])[] = [
  ['上海', '上海市', 14],
  ['苏州', '江苏省', 11],
  ['杭州', '浙江省', 11],
  ['无锡', '江苏省', 6],
  ['宁波', '浙江省', 7],
  ['南京', '江苏省', 7],
  ['合肥', '安徽省', 5],
  ['温州', '浙江省', 5],
  ['常州', '江苏省', 4],
  ['嘉兴', '浙江省', 4],
  ['南通', '江苏省', 4],
  ['金华', '浙江省', 4],
  ['武汉', '湖北省', 5],
  ['郑州', '河南省', 4],
  ['济南', '山东省', 4],
  ['青岛', '山东省', 3],
  ['徐州', '江苏省', 2],
];

/** Provinces a parcel needs long for. */
export const remoteProvinces: readonly string[] = [
  '新疆维吾尔自治区',
  '西藏自治区',
  '青海省',
  '内蒙古自治区',
];
