import { defineHandler, type Change, type Need } from '../door/handler.ts';
import { firstCompany } from './company.ts';
import { demoPeople } from './demo-people.ts';

interface Input {
  demo: boolean;
  passwordHash?: string;
  tokenHash?: string;
}

const anybody: Need = { collection: 'people', where: {}, limit: 1 };

/** The settings of a new store, and its demo people or the one-time link for the first person. Once somebody exists nothing is done. */
export const setUpCompanyHandler = defineHandler<Input>({
  name: 'set-up-company',
  needs: () => [{ collection: 'settings', ids: ['company', 'set-up'] }, anybody],
  plan({ input: { demo, passwordHash, tokenHash } }, state) {
    if (state.find(anybody).length > 0) {
      return {
        changes: [],
        result: {},
        text: { zh: '已有人使用，不再初始建立', en: 'In use: nothing to set up' },
      };
    }
    const changes: Change[] = [];
    if (state.get('settings', 'company') === undefined)
      changes.push({ put: 'settings', document: firstCompany(demo) });
    if (passwordHash !== undefined) {
      for (const { role, name, warehouse } of demoPeople) {
        const person = {
          _id: role,
          name,
          roles: [role],
          warehouse,
          passwordHash,
          demo: true,
          createdAt: state.now,
          disabledAt: null,
        };
        changes.push({ put: 'people', document: person });
      }
    }
    if (tokenHash !== undefined)
      changes.push({ put: 'settings', document: { _id: 'set-up', tokenHash, usedAt: null } as never });
    return {
      changes,
      result: {},
      text: demo
        ? { zh: '建立演示公司和演示人员', en: 'The demo company and its people were made' }
        : {
            zh: '建立公司设置，等第一个人用链接进来',
            en: 'The company was set up; the first person comes by the link',
          },
      audit: { target: 'company:company', after: { demo } },
    };
  },
});
