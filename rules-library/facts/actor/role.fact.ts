import { roles } from '../../choices/roles.ts';
import { defineFact } from '../../define/fact.ts';

export const actorRole = defineFact({
  id: 'actor.role',
  label: { zh: '操作人角色', en: 'Role of who acts' },
  type: 'choice',
  scope: 'actor',
  choices: roles,
  samples: ['sales'],
});
