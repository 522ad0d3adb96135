import { crc32, deflateRawSync } from 'node:zlib';

export type Cell = string | number | boolean | null;

/** An archive of these files, as any packer makes it. */
export function zipOf(files: Record<string, string | Buffer>): Buffer<ArrayBuffer> {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes, { level: 9 });
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(8, 4);
    about.writeUInt32LE(crc32(bytes), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(bytes.length, 18);
    about.writeUInt16LE(Buffer.byteLength(name), 22);
    local.push(Buffer.from('PK\u0003\u0004', 'latin1'), about, Buffer.from(name), packed);
    const entry = Buffer.alloc(46 - 6 - 26);
    entry.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), about, entry, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  const count = Object.keys(files).length;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, listed, Buffer.from('PK\u0005\u0006', 'latin1'), end]);
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const sheetsOf = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of one sheet with this content of `<sheetData>`. */
export function workbookOf(sheetData: string): Buffer<ArrayBuffer> {
  return zipOf({
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${sheetsOf}" xmlns:r="${relations}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="${sheetsOf}"><sheetData>${sheetData}</sheetData></worksheet>`,
  });
}

/** A workbook with these rows, as a spreadsheet saves it. */
export function xlsxOf(rows: readonly (readonly Cell[])[]): Buffer<ArrayBuffer> {
  const cell = (value: Cell, address: string): string => {
    if (value === null) return '';
    if (typeof value === 'number') return `<c r="${address}"><v>${value}</v></c>`;
    if (typeof value === 'boolean') return `<c r="${address}" t="b"><v>${value ? 1 : 0}</v></c>`;
    const text = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
  };
  return workbookOf(
    rows
      .map((cells, at) => {
        const written = cells.map((value, column) =>
          cell(value, `${String.fromCharCode(65 + column)}${at + 1}`),
        );
        return `<row r="${at + 1}">${written.join('')}</row>`;
      })
      .join(''),
  );
}
