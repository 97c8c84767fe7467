import { joined, lineKey, mostUnits } from './session.ts';
import type { ScanLine, Session } from './session.ts';

/** The selected line has so many units; 0 takes it away. Its scans can no longer be undone one by one. */
export function setUnits(session: Session, index: number, quantity: number): Session {
  const line = session.lines[index];
  if (line === undefined || quantity > mostUnits) return session;
  const key = lineKey(line);
  return {
    ...session,
    lines:
      quantity <= 0
        ? session.lines.filter((_, place) => place !== index)
        : session.lines.map((other, place) => (place === index ? { ...other, quantity } : other)),
    recent: session.recent.map((scan) => (scan.lineKey === key ? { ...scan, lineKey: null } : scan)),
    selected: quantity <= 0 ? null : index,
  };
}

export function select(session: Session, step: 1 | -1): Session {
  const last = session.lines.length - 1;
  if (last < 0) return session;
  const from = session.selected ?? (step === 1 ? -1 : last + 1);
  return { ...session, selected: Math.min(last, Math.max(0, from + step)) };
}

/** Changes one line as it stands, such as its batch. */
export function changeLine(session: Session, index: number, change: Partial<ScanLine>): Session {
  const lines = session.lines.map((line, place) => (place === index ? { ...line, ...change } : line));
  return {
    ...session,
    lines: together(lines),
    recent: session.recent.map((scan) => {
      const line = session.lines[index];
      if (line === undefined || scan.lineKey !== lineKey(line)) return scan;
      return { ...scan, lineKey: lineKey({ ...line, ...change }) };
    }),
  };
}

/** Lines that have become the same are one. */
function together(lines: readonly ScanLine[]): ScanLine[] {
  const byKey = new Map<string, ScanLine>();
  for (const line of lines) {
    const before = byKey.get(lineKey(line));
    byKey.set(lineKey(line), before === undefined ? line : joined(before, line));
  }
  return [...byKey.values()];
}
