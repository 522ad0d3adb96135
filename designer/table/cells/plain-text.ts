/** What was typed or pasted, with full-width signs as plain ones and blanks put in order. */
export function plainText(typed: string): string {
  return typed
    .replaceAll(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll(/[\s\u00a0\u3000]+/g, ' ')
    .replaceAll('−', '-')
    .replaceAll('￥', '¥')
    .trim();
}

const quotes: Record<string, string> = { '"': '"', '「': '」', '“': '”' };

/** Cuts a text at separators that stand outside quotes. */
export function cut(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let part = '';
  let closing: string | undefined;
  for (let at = 0; at < text.length;) {
    const sign = text[at]!;
    if (closing !== undefined || quotes[sign] !== undefined) {
      closing = closing === undefined ? quotes[sign] : sign === closing ? undefined : closing;
      part += sign;
      at += 1;
      continue;
    }
    separator.lastIndex = at;
    const found = separator.exec(text)?.[0];
    if (found === undefined || found === '') {
      part += sign;
      at += 1;
    } else {
      parts.push(part);
      part = '';
      at += found.length;
    }
  }
  return [...parts, part].map((one) => one.trim()).filter((one) => one !== '');
}

/** The words in quotes, or the text as it is. */
export function unquoted(text: string): string {
  const closing = quotes[text[0] ?? ''];
  return closing !== undefined && text.length > 1 && text.endsWith(closing) ? text.slice(1, -1) : text;
}
