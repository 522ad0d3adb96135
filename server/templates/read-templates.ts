import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { issuesOf } from '../http/validate.ts';
import { templateSchema, type Template } from '../../rules-library/schema/template.ts';

/** All templates below a folder, by id. Throws for a file that is no template: they are part of the build. */
export function readTemplates(folder: string): ReadonlyMap<string, Template> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.json'),
  );
  const templates = files.toSorted().map((file) => {
    const read = templateSchema.safeParse(JSON.parse(readFileSync(join(folder, file), 'utf8')), {
      reportInput: true,
    });
    if (read.success) return read.data;
    throw new Error(`template ${file}: ${issuesOf(read.error)[0]?.message.en ?? 'not a template'}`);
  });
  return new Map(templates.map((template) => [template.id, template]));
}
