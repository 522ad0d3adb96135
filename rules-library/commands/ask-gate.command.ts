import { z } from 'zod';
import { gatedCommands } from '../choices/gated-commands.ts';
import { roles } from '../choices/roles.ts';
import { defineCommand, type Role } from '../define/command.ts';

/** On whose behalf another system asks; what it does not say is not known. */
export const askedForSchema = z.object({
  role: z.enum(roles.map(({ value }) => value)).optional(),
  warehouse: z.string().min(1).max(64).optional(),
});

export const askGate = defineCommand({
  name: 'ask-gate',
  label: { zh: '先问关口', en: 'Ask a gate' },
  help: {
    zh: '在别处动手之前先问：这个按钮现在能不能按。判定留档，按钮不生效。',
    en: 'Asks before acting elsewhere whether a button may be pressed now. The decision is kept; nothing is pressed.',
  },
  target: ['order'],
  input: z.object({
    command: z.enum(gatedCommands.map(({ value }) => value)),
    /** What would be filled in; without it the change it would make is not known. */
    input: z.record(z.string().max(64), z.unknown()).optional(),
    actor: askedForSchema.optional(),
  }),
  needsReason: false,
  automatable: false,
  button: false,
  risk: 'none',
  ports: [],
  roles: roles.map(({ value }) => value as Role),
  key: () => '',
});
