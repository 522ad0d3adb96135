import { z } from 'zod';
import { defineCommand } from '../define/command.ts';
import { ui } from '../define/ui.ts';

const words = (most: number): z.ZodString => z.string().trim().min(1).max(most);

/** A whole new address. Contact and telephone that are not given stay as they were. */
export const newAddressSchema = z.strictObject({
  province: words(80).meta(ui({ label: { zh: '省', en: 'Province' }, field: 'text' })),
  city: words(80).meta(ui({ label: { zh: '市', en: 'City' }, field: 'text' })),
  district: words(80)
    .optional()
    .meta(ui({ label: { zh: '区县', en: 'District' }, field: 'text' })),
  street: words(300).meta(ui({ label: { zh: '街道门牌', en: 'Street and number' }, field: 'text' })),
  contact: words(120)
    .optional()
    .meta(ui({ label: { zh: '收件人', en: 'Contact' }, field: 'text' })),
  phone: words(40)
    .optional()
    .meta(ui({ label: { zh: '电话', en: 'Telephone' }, field: 'text' })),
});

export const changeAddress = defineCommand({
  name: 'change-address',
  label: { zh: '修改地址', en: 'Change address' },
  help: {
    zh: '换一个收货地址；没填的收件人和电话照旧。「地址异常」的卡点随之解除。',
    en: 'Ships to another address; contact and telephone stay unless given. Lifts the hold "Address problem".',
  },
  target: ['order'],
  input: z.object({
    shipTo: newAddressSchema.meta(ui({ label: { zh: '新地址', en: 'New address' }, field: 'group' })),
  }),
  needsReason: true,
  automatable: false,
  button: true,
  risk: 'low',
  ports: [],
  roles: ['sales', 'service'],
  key: () => '',
});
