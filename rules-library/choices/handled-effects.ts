/** What blocks emit that is no button: the server carries it out itself. Kinds that need another one are not offered yet. */
export const handledEffects: readonly string[] = ['deny', 'allow'];
