import { roles } from '../choices/roles.ts';
import type { Role } from '../define/command.ts';

/** Buttons everybody has. */
export const everyRole = roles.map(({ value }) => value as Role);
