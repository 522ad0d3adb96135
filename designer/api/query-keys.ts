/** Names of what is read, so that live news can have it read anew. The first part is the topic. */
export const queryKeys = {
  session: ['session'] as const,
  signInOptions: ['sign-in-options'] as const,
  home: ['home'] as const,
  rehearsal: ['rehearsal'] as const,
  orders: ['orders'] as const,
  order: (id: string) => ['order', id] as const,
  alerts: ['alerts'] as const,
  approvals: ['approvals'] as const,
  buttons: (target: string) => ['buttons', target] as const,
  explanation: (decision: string) => ['explanation', decision] as const,
  flows: ['flows'] as const,
  flow: (id: string) => ['flow', id] as const,
  releases: ['releases'] as const,
  templates: ['templates'] as const,
  keys: ['keys'] as const,
};
