/** A warehouse as people call it: its name where the catalogue has one. */
export function warehouseText({
  warehouse,
  warehouseName,
}: {
  warehouse: string;
  warehouseName: string | null;
}): string {
  return warehouseName ?? warehouse;
}

/** The page of a balance. */
export function stockAddress(warehouse: string, sku: string): string {
  return `/stock/${encodeURIComponent(`${warehouse}|${sku}`)}`;
}
