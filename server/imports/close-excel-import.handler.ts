import { defineHandler, type Press, type Refusal, type State } from '../door/handler.ts';
import { closedRefusal, excelClosedIn, needsCompany, type CompanySettings } from './excel-closed.ts';

function refusal(_press: Press<Record<string, never>>, state: State): Refusal | null {
  const before = excelClosedIn(state);
  return before === null ? null : closedRefusal(before);
}

const opened = { zh: '开放', en: 'open' };
const closed = { zh: '已关闭', en: 'closed' };

/** Closes every entry for Excel and CSV files for good: there is no button that opens them again. */
export const closeExcelImportHandler = defineHandler<Record<string, never>>({
  name: 'close-excel-import',
  needs: () => [needsCompany],
  refusal,
  plan(press, state) {
    const refused = refusal(press, state);
    if (refused !== null) return refused;
    const company = state.get<CompanySettings>('settings', 'company')!;
    const by = { id: press.actor.id, name: press.actor.name };
    const document: CompanySettings = { ...company, excelClosed: { at: state.now, by } };
    return {
      changes: [{ put: 'settings', document }],
      result: {},
      text: {
        zh: 'Excel 和 CSV 导入已全部关闭，以后只由对接系统送数据',
        en: 'Every entry for Excel and CSV files is closed; from now on connected systems send the data',
      },
      audit: { before: { excelImport: opened }, after: { excelImport: closed } },
    };
  },
});
