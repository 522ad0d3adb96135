import type { ParamUi } from './block.ts';

/** Puts UI hints on a param's schema: `z.string().meta(ui({ label, field }))`. */
export function ui(hints: ParamUi): { ui: ParamUi } {
  return { ui: hints };
}
