import { desktop } from '../../api/desktop.ts';
import type { SheetState } from './sheet-state.ts';
import type { Draft } from './use-keeping.ts';

/** What was typed and not saved, with the draft as it was when it was opened: saving it later still finds what others changed. */
interface Backup {
  readonly state: SheetState;
  readonly draft: Draft | null;
}

/** The desktop's one window keeps it over a restart; a browser's tabs each have their own. */
function storage(): Storage {
  return desktop() === undefined ? sessionStorage : localStorage;
}

/** `address`: of what was opened. A draft has one place, however it was come to. */
export function backupKey(address: string, draft: Draft | null): string {
  return `zongdai.sheet.${draft === null ? address : `drafts/${draft.id}`}`;
}

export function readBackup(key: string): Backup | undefined {
  const text = storage().getItem(key);
  return text === null ? undefined : (JSON.parse(text) as Backup);
}

export function writeBackup(key: string, backup: Backup): void {
  storage().setItem(key, JSON.stringify(backup));
}

/** Forgets what was not saved, as after saving or posting. */
export function forgetBackup(key: string): void {
  storage().removeItem(key);
}
