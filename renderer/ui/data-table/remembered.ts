import { useCallback, useState } from 'react';

function read(key: string): Readonly<Record<string, boolean>> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, boolean>) : {};
  } catch {
    return {};
  }
}

export interface ColumnChoice {
  readonly isShown: (column: {
    readonly key: string;
    readonly hidden?: boolean;
    readonly always?: boolean;
  }) => boolean;
  readonly setShown: (key: string, shown: boolean) => void;
  readonly reset: () => void;
}

/** Which columns of a table a person wants, remembered on this machine under the table's id. */
export function useColumnChoice(tableId: string): ColumnChoice {
  const key = `zongdai.columns.${tableId}`;
  const [choice, setChoice] = useState(() => read(key));
  const setShown = useCallback(
    (column: string, shown: boolean) => {
      setChoice((current) => {
        const next = { ...current, [column]: shown };
        localStorage.setItem(key, JSON.stringify(next));
        return next;
      });
    },
    [key],
  );
  const reset = useCallback(() => {
    localStorage.removeItem(key);
    setChoice({});
  }, [key]);
  return {
    isShown: (column) => column.always === true || (choice[column.key] ?? column.hidden !== true),
    setShown,
    reset,
  };
}
