// Written by tests/support/generate-indexes.ts from the files of this folder.
import type { FactDefinition } from '../define/fact.ts';
import { actorRole } from './actor/role.fact.ts';
import { actorWarehouse } from './actor/warehouse.fact.ts';
import { balanceAvailable } from './balance/available.fact.ts';
import { balanceCoverHours } from './balance/cover-hours.fact.ts';
import { balanceDemand2h } from './balance/demand2h.fact.ts';
import { balanceOnHand } from './balance/on-hand.fact.ts';
import { balanceSku } from './balance/sku.fact.ts';
import { balanceWarehouse } from './balance/warehouse.fact.ts';
import { burstFactor } from './burst/factor.fact.ts';
import { burstRegion } from './burst/region.fact.ts';
import { burstSku } from './burst/sku.fact.ts';
import { bypassKind } from './bypass/kind.fact.ts';
import { bypassUnits } from './bypass/units.fact.ts';
import { bypassValue } from './bypass/value.fact.ts';
import { changeAmountBy } from './change/amount-by.fact.ts';
import { changeAmountFrom } from './change/amount-from.fact.ts';
import { changeAmountTo } from './change/amount-to.fact.ts';
import { changeBy } from './change/by.fact.ts';
import { changeDateFrom } from './change/date-from.fact.ts';
import { changeDateTo } from './change/date-to.fact.ts';
import { changeDaysLater } from './change/days-later.fact.ts';
import { changeField } from './change/field.fact.ts';
import { clockDaysTo618 } from './clock/days-to-618.fact.ts';
import { clockDaysToDouble11 } from './clock/days-to-double-11.fact.ts';
import { clockDaysToDouble12 } from './clock/days-to-double-12.fact.ts';
import { clockDaysToDragonBoat } from './clock/days-to-dragon-boat.fact.ts';
import { clockDaysToLabourDay } from './clock/days-to-labour-day.fact.ts';
import { clockDaysToMidAutumn } from './clock/days-to-mid-autumn.fact.ts';
import { clockDaysToNationalDay } from './clock/days-to-national-day.fact.ts';
import { clockDaysToQingming } from './clock/days-to-qingming.fact.ts';
import { clockDaysToSpringFestival } from './clock/days-to-spring-festival.fact.ts';
import { clockHour } from './clock/hour.fact.ts';
import { clockIsBusinessDay } from './clock/is-business-day.fact.ts';
import { clockNow } from './clock/now.fact.ts';
import { clockSinceMidnight } from './clock/since-midnight.fact.ts';
import { clockWeekday } from './clock/weekday.fact.ts';
import { connectorLag } from './connector/lag.fact.ts';
import { customerChannelsLast24h } from './customer/channels-last24h.fact.ts';
import { customerCreditLeft } from './customer/credit-left.fact.ts';
import { customerCreditLimit } from './customer/credit-limit.fact.ts';
import { customerCreditUsed } from './customer/credit-used.fact.ts';
import { customerIsNew } from './customer/is-new.fact.ts';
import { customerMatchScore } from './customer/match-score.fact.ts';
import { customerMatchedBy } from './customer/matched-by.fact.ts';
import { customerOrderCount90d } from './customer/order-count90d.fact.ts';
import { customerOrdersLast24h } from './customer/orders-last24h.fact.ts';
import { customerOverdueDays } from './customer/overdue-days.fact.ts';
import { customerReturnRate90d } from './customer/return-rate90d.fact.ts';
import { customerSameSkuLast24h } from './customer/same-sku-last24h.fact.ts';
import { customerTier } from './customer/tier.fact.ts';
import { deliveryCarrierCutoff } from './delivery/carrier-cutoff.fact.ts';
import { deliveryCarrier } from './delivery/carrier.fact.ts';
import { deliveryDriver } from './delivery/driver.fact.ts';
import { deliveryEarliest } from './delivery/earliest.fact.ts';
import { deliveryHours } from './delivery/hours.fact.ts';
import { deliveryMode } from './delivery/mode.fact.ts';
import { differenceOrdersHit } from './difference/orders-hit.fact.ts';
import { differenceUnits } from './difference/units.fact.ts';
import { differenceValue } from './difference/value.fact.ts';
import { eventSource } from './event/source.fact.ts';
import { eventStage } from './event/stage.fact.ts';
import { eventType } from './event/type.fact.ts';
import { lineAmount } from './line/amount.fact.ts';
import { lineAvailableAnywhere } from './line/available-anywhere.fact.ts';
import { lineAvailable } from './line/available.fact.ts';
import { lineCategory } from './line/category.fact.ts';
import { lineColdChain } from './line/cold-chain.fact.ts';
import { lineForecastBurst } from './line/forecast-burst.fact.ts';
import { lineGoodsClass } from './line/goods-class.fact.ts';
import { lineInTransitEta } from './line/in-transit-eta.fact.ts';
import { lineInTransit } from './line/in-transit.fact.ts';
import { lineIsFragile } from './line/is-fragile.fact.ts';
import { lineIsRecalled } from './line/is-recalled.fact.ts';
import { lineLocked } from './line/locked.fact.ts';
import { linePicked } from './line/picked.fact.ts';
import { lineQuantity } from './line/quantity.fact.ts';
import { lineReplacesRecalled } from './line/replaces-recalled.fact.ts';
import { lineRushCount } from './line/rush-count.fact.ts';
import { lineRushHoursWorst } from './line/rush-hours-worst.fact.ts';
import { lineShipped } from './line/shipped.fact.ts';
import { lineShortage } from './line/shortage.fact.ts';
import { lineSku } from './line/sku.fact.ts';
import { lineUnitPrice } from './line/unit-price.fact.ts';
import { lineWarehouse } from './line/warehouse.fact.ts';
import { orderAge } from './order/age.fact.ts';
import { orderChannel } from './order/channel.fact.ts';
import { orderComplaints } from './order/complaints.fact.ts';
import { orderDiscount } from './order/discount.fact.ts';
import { orderFirstPromise } from './order/first-promise.fact.ts';
import { orderFreight } from './order/freight.fact.ts';
import { orderFulfilmentCostShare } from './order/fulfilment-cost-share.fact.ts';
import { orderFulfilmentCost } from './order/fulfilment-cost.fact.ts';
import { orderGoodsTotal } from './order/goods-total.fact.ts';
import { orderHolds } from './order/holds.fact.ts';
import { orderHoursToPromise } from './order/hours-to-promise.fact.ts';
import { orderIsLate } from './order/is-late.fact.ts';
import { orderIsRush } from './order/is-rush.fact.ts';
import { orderKind } from './order/kind.fact.ts';
import { orderLateProbability } from './order/late-probability.fact.ts';
import { orderLayer } from './order/layer.fact.ts';
import { orderLineCount } from './order/line-count.fact.ts';
import { orderNote } from './order/note.fact.ts';
import { orderNumber } from './order/number.fact.ts';
import { orderOverCredit } from './order/over-credit.fact.ts';
import { orderPlacedAt } from './order/placed-at.fact.ts';
import { orderPromisedDelivery } from './order/promised-delivery.fact.ts';
import { orderQuantity } from './order/quantity.fact.ts';
import { orderRequestedDelivery } from './order/requested-delivery.fact.ts';
import { orderRushRequested } from './order/rush-requested.fact.ts';
import { orderState } from './order/state.fact.ts';
import { orderSyncDelay } from './order/sync-delay.fact.ts';
import { orderTags } from './order/tags.fact.ts';
import { orderTotal } from './order/total.fact.ts';
import { orderVolume } from './order/volume.fact.ts';
import { orderWeight } from './order/weight.fact.ts';
import { paymentAge } from './payment/age.fact.ts';
import { paymentDue } from './payment/due.fact.ts';
import { paymentMethod } from './payment/method.fact.ts';
import { paymentPaid } from './payment/paid.fact.ts';
import { paymentStatus } from './payment/status.fact.ts';
import { recallReplacements } from './recall/replacements.fact.ts';
import { recallSkus } from './recall/skus.fact.ts';
import { repairShopId } from './repair-shop/id.fact.ts';
import { repairShopRegion } from './repair-shop/region.fact.ts';
import { repairShopUsualModels } from './repair-shop/usual-models.fact.ts';
import { rushBreaker } from './rush/breaker.fact.ts';
import { rushMissesRecent } from './rush/misses-recent.fact.ts';
import { rushTodayCount } from './rush/today-count.fact.ts';
import { seasonActive } from './season/active.fact.ts';
import { seasonEndsAt } from './season/ends-at.fact.ts';
import { shipToCity } from './ship-to/city.fact.ts';
import { shipToIsRemote } from './ship-to/is-remote.fact.ts';
import { shipToProvince } from './ship-to/province.fact.ts';
import { shipmentOverLocked } from './shipment/over-locked.fact.ts';
import { shipmentQuantity } from './shipment/quantity.fact.ts';
import { shipmentWarehouse } from './shipment/warehouse.fact.ts';
import { shipmentWasReleased } from './shipment/was-released.fact.ts';
import { stockBestWarehouse } from './stock/best-warehouse.fact.ts';
import { stockCanShipAll } from './stock/can-ship-all.fact.ts';
import { stockCanShipPart } from './stock/can-ship-part.fact.ts';
import { stockWarehousesNeeded } from './stock/warehouses-needed.fact.ts';
import { transferCost } from './transfer/cost.fact.ts';
import { transferEta } from './transfer/eta.fact.ts';
import { transferFrom } from './transfer/from.fact.ts';
import { transferQuantity } from './transfer/quantity.fact.ts';
import { transferTo } from './transfer/to.fact.ts';
import { vehicleBrand } from './vehicle/brand.fact.ts';
import { vehicleModel } from './vehicle/model.fact.ts';

export const facts: readonly FactDefinition[] = [
  actorRole,
  actorWarehouse,
  balanceAvailable,
  balanceCoverHours,
  balanceDemand2h,
  balanceOnHand,
  balanceSku,
  balanceWarehouse,
  burstFactor,
  burstRegion,
  burstSku,
  bypassKind,
  bypassUnits,
  bypassValue,
  changeAmountBy,
  changeAmountFrom,
  changeAmountTo,
  changeBy,
  changeDateFrom,
  changeDateTo,
  changeDaysLater,
  changeField,
  clockDaysTo618,
  clockDaysToDouble11,
  clockDaysToDouble12,
  clockDaysToDragonBoat,
  clockDaysToLabourDay,
  clockDaysToMidAutumn,
  clockDaysToNationalDay,
  clockDaysToQingming,
  clockDaysToSpringFestival,
  clockHour,
  clockIsBusinessDay,
  clockNow,
  clockSinceMidnight,
  clockWeekday,
  connectorLag,
  customerChannelsLast24h,
  customerCreditLeft,
  customerCreditLimit,
  customerCreditUsed,
  customerIsNew,
  customerMatchScore,
  customerMatchedBy,
  customerOrderCount90d,
  customerOrdersLast24h,
  customerOverdueDays,
  customerReturnRate90d,
  customerSameSkuLast24h,
  customerTier,
  deliveryCarrierCutoff,
  deliveryCarrier,
  deliveryDriver,
  deliveryEarliest,
  deliveryHours,
  deliveryMode,
  differenceOrdersHit,
  differenceUnits,
  differenceValue,
  eventSource,
  eventStage,
  eventType,
  lineAmount,
  lineAvailableAnywhere,
  lineAvailable,
  lineCategory,
  lineColdChain,
  lineForecastBurst,
  lineGoodsClass,
  lineInTransitEta,
  lineInTransit,
  lineIsFragile,
  lineIsRecalled,
  lineLocked,
  linePicked,
  lineQuantity,
  lineReplacesRecalled,
  lineRushCount,
  lineRushHoursWorst,
  lineShipped,
  lineShortage,
  lineSku,
  lineUnitPrice,
  lineWarehouse,
  orderAge,
  orderChannel,
  orderComplaints,
  orderDiscount,
  orderFirstPromise,
  orderFreight,
  orderFulfilmentCostShare,
  orderFulfilmentCost,
  orderGoodsTotal,
  orderHolds,
  orderHoursToPromise,
  orderIsLate,
  orderIsRush,
  orderKind,
  orderLateProbability,
  orderLayer,
  orderLineCount,
  orderNote,
  orderNumber,
  orderOverCredit,
  orderPlacedAt,
  orderPromisedDelivery,
  orderQuantity,
  orderRequestedDelivery,
  orderRushRequested,
  orderState,
  orderSyncDelay,
  orderTags,
  orderTotal,
  orderVolume,
  orderWeight,
  paymentAge,
  paymentDue,
  paymentMethod,
  paymentPaid,
  paymentStatus,
  recallReplacements,
  recallSkus,
  repairShopId,
  repairShopRegion,
  repairShopUsualModels,
  rushBreaker,
  rushMissesRecent,
  rushTodayCount,
  seasonActive,
  seasonEndsAt,
  shipToCity,
  shipToIsRemote,
  shipToProvince,
  shipmentOverLocked,
  shipmentQuantity,
  shipmentWarehouse,
  shipmentWasReleased,
  stockBestWarehouse,
  stockCanShipAll,
  stockCanShipPart,
  stockWarehousesNeeded,
  transferCost,
  transferEta,
  transferFrom,
  transferQuantity,
  transferTo,
  vehicleBrand,
  vehicleModel,
];
