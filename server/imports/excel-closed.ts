import type { Need, Refusal, State, StoredDocument } from '../door/handler.ts';
import { RequestError } from '../http/request-error.ts';
import { records, type Store } from '../store/store.ts';
import type { ByWhom } from './stored-import.ts';

/** When and by whom the entries for Excel and CSV files were closed for good; kept with the company's settings. */
export interface ExcelClosed {
  at: number;
  by: ByWhom;
}

export interface CompanySettings extends StoredDocument {
  excelClosed?: ExcelClosed;
}

export const needsCompany: Need = { collection: 'settings', ids: ['company'] };

export function excelClosedIn(state: State): ExcelClosed | null {
  return state.get<CompanySettings>('settings', 'company')?.excelClosed ?? null;
}

export async function readExcelClosed(store: Store): Promise<ExcelClosed | null> {
  return (await records<CompanySettings>(store, 'settings').byId('company'))?.excelClosed ?? null;
}

export function closedRefusal({ by }: ExcelClosed): Refusal {
  return {
    refused: {
      code: 'refused',
      message: {
        zh: `Excel 和 CSV 导入已由${by.name.zh}关闭，不能再打开；请由对接系统送来数据`,
        en: `${by.name.en} has closed Excel and CSV import for good; have a connected system send the data`,
      },
    },
  };
}

/** Throws 409 for a table that is sent although they are closed. */
export async function refuseTables(store: Store): Promise<void> {
  const closed = await readExcelClosed(store);
  if (closed === null) return;
  const { code, message } = closedRefusal(closed).refused;
  throw new RequestError(code, message);
}
