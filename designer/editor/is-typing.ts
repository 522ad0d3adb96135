/** Whether keys belong to a text field at the moment. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || (target.matches('input, textarea') && !target.matches('[readonly]')))
  );
}
