/** The company's time zone; every time on screen is told in it. Set when the session is read. */
let zone = 'Asia/Shanghai';

export function setZone(next: string): void {
  try {
    // Throws for a zone this browser does not know.
    zone = new Intl.DateTimeFormat('en', { timeZone: next }).resolvedOptions().timeZone;
  } catch {
    // An unknown zone leaves the one before.
  }
}

export function companyZone(): string {
  return zone;
}
