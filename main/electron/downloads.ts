import type { Session } from 'electron';
import { safeFileName } from '#app/core/file-name.ts';
import { catalogueOf } from '#app/i18n/catalogue.ts';
import type { Language } from '#app/i18n/translation.ts';
import { fileFilters } from './dialogs.ts';

/** A file the page offers (an order workbook, an export) is saved where the person says; where it went is kept in `saved`. */
export function askWhereToSave(
  session: Pick<Session, 'on'>,
  language: () => Language,
  saved: Set<string>,
): void {
  session.on('will-download', (_event, item) => {
    item.setSaveDialogOptions({
      title: catalogueOf(language()).desktop.dialogs.save,
      defaultPath: safeFileName(item.getFilename()),
      filters: fileFilters(language()),
    });
    item.once('done', (_done, state) => {
      if (state === 'completed') saved.add(item.getSavePath());
    });
  });
}
