import type { Text } from '../../rules-library/schema/text.ts';
import { records, type RecordsPort, type Store } from '../store/store.ts';

/** The company's own settings. */
export interface StoredCompany {
  _id: string;
  rev: number;
  name: Text;
  /** Time zone of business days, such as Asia/Shanghai; never the process's. */
  zone: string;
  /** A demo store: rehearsal data and demo people. */
  demo: boolean;
}

const refreshMs = 5000;
const defaultZone = 'Asia/Shanghai';

/** The settings of a new store. */
export function firstCompany(demo: boolean): StoredCompany {
  return {
    _id: 'company',
    rev: 0,
    name: demo
      ? { zh: '汽配连锁（演示）', en: 'Car-parts chain (demo)' }
      : { zh: '本公司', en: 'This company' },
    zone: defaultZone,
    demo,
  };
}

/** The settings in memory, read again every few seconds. */
export class Company {
  private current: StoredCompany;
  private readonly timer: NodeJS.Timeout;
  private readonly records: RecordsPort<StoredCompany>;

  private constructor(settings: RecordsPort<StoredCompany>, current: StoredCompany) {
    this.records = settings;
    this.current = current;
    this.timer = setInterval(() => {
      // A missed read leaves the last one in force.
      this.read().catch(() => {});
    }, refreshMs).unref();
  }

  /** Reads the settings, which the first start has written. */
  static async open(store: Store): Promise<Company> {
    const settings = records<StoredCompany>(store, 'settings');
    const current = await settings.byId('company');
    if (current === null) throw new Error('the settings of the company cannot be read');
    return new Company(settings, current);
  }

  get(): StoredCompany {
    return this.current;
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async read(): Promise<void> {
    this.current = (await this.records.byId('company')) ?? this.current;
  }
}
