import { roles } from '../choices/roles.ts';
import type { Role } from '../define/command.ts';

/** For buttons everybody has: the thing itself says who may press them. */
export const everyRole: readonly Role[] = roles.map(({ value }) => value as Role);
