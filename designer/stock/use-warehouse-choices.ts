import type { Choice } from '../../rules-library/define/fact.ts';
import { useWarehouses } from './use-stock.ts';

/** Warehouses to choose from; one that is chosen and not in the catalogue stands among them too. */
export function useWarehouseChoices(chosen: string | undefined): Choice[] {
  const known = useWarehouses().data ?? [];
  const choices = known.map(({ id, name }) => {
    const said = name === undefined ? id : `${name} ${id}`;
    return { value: id, label: { zh: said, en: said } };
  });
  if (chosen === undefined || choices.some(({ value }) => value === chosen)) return choices;
  return [{ value: chosen, label: { zh: chosen, en: chosen } }, ...choices];
}
