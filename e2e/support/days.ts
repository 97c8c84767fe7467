/** Of the person, the browser and the application: they are one computer. */
export const timeZone = 'Asia/Shanghai';

/** A day from today on that computer's calendar, `YYYY-MM-DD`. */
export function inDays(days: number): string {
  const moment = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(moment);
}

export const today = inDays(0);
