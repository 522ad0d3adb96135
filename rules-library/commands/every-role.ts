import { roles } from '../choices/roles.ts';
import type { Role } from '../define/command.ts';

/** For buttons whose thing itself says who may press them. */
export const everyRole: readonly Role[] = roles.map(({ value }) => value as Role);
