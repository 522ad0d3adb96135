import { describe, expect, it } from 'vitest';
import { checkInput, fieldsOf, inputFields, withoutEmpty } from '../../../designer/press/input-fields.ts';
import { needsReason } from '../../../designer/press/press-request.ts';

describe('the form of a button', () => {
  it('asks for what the command needs and is not given yet', () => {
    expect(inputFields('set-tag').map(({ name, required }) => [name, required])).toEqual([['tag', true]]);
    expect(inputFields('set-tag', { tag: 'x' })).toEqual([]);
    expect(inputFields('mark-rush')).toEqual([]);
  });

  it('leaves out what only a drawing asks for', () => {
    expect(inputFields('hold-order').map(({ name }) => name)).toEqual(['code']);
  });

  it('leaves out what this person may not fill in', () => {
    expect(inputFields('set-field', {}, ['field']).map(({ name }) => name)).toEqual(['field']);
    expect(inputFields('set-field').length).toBeGreaterThan(1);
  });

  it('says which field is wrong', () => {
    expect(checkInput('set-tag', { tag: '' })).toEqual({ wrong: 'tag' });
    expect(checkInput('set-tag', { tag: '大额' })).toEqual({ input: { tag: '大额' } });
  });

  it('asks for reason and voucher where the command does', () => {
    const label = { zh: '', en: '' };
    expect(needsReason({ name: 'lift-hold', label })).toBe(true);
    expect(needsReason({ name: 'mark-rush', label })).toBe(false);
  });
});

describe('what is sent', () => {
  it('leaves out what was left empty, in groups and lines too', () => {
    const lines = [{ lineId: '1', sku: 'BRK-1', quantity: 1, warehouse: '' }];
    expect(
      withoutEmpty({ shipTo: { city: '', street: 'x' }, customer: { name: '' }, lines, note: '' }),
    ).toEqual({
      shipTo: { street: 'x' },
      lines: [{ lineId: '1', sku: 'BRK-1', quantity: 1 }],
    });
  });

  it('keeps zero and no', () => {
    expect(withoutEmpty({ discount: 0, rush: false })).toEqual({ discount: 0, rush: false });
  });
});

describe('the form of a group', () => {
  it('asks for its parts', () => {
    const [shipTo] = inputFields('change-address');
    expect(fieldsOf(shipTo!.schema).map(({ name, required }) => [name, required])).toEqual([
      ['province', true],
      ['city', true],
      ['district', false],
      ['street', true],
      ['contact', false],
      ['phone', false],
    ]);
  });
});
