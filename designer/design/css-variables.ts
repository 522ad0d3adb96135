import type { Tokens } from './tokens.ts';

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Tokens as CSS variables: `--ink-soft`, `--radius` (px), `--hold-text`, `--hold-ground` … */
export function cssVariables(tokens: Tokens): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const [name, value] of Object.entries(tokens)) {
    if (name === 'tones') continue;
    variables[`--${kebab(name)}`] = typeof value === 'number' ? `${value}px` : String(value);
  }
  for (const [tone, parts] of Object.entries(tokens.tones)) {
    for (const [part, value] of Object.entries(parts)) variables[`--${tone}-${part}`] = String(value);
  }
  return variables;
}

/** Puts the tokens on the page, for all style sheets. */
export function applyTokens(tokens: Tokens, style: CSSStyleDeclaration): void {
  for (const [name, value] of Object.entries(cssVariables(tokens))) style.setProperty(name, value);
}
