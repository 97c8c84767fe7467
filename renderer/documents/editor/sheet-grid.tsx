import { useCallback, useMemo, useRef } from 'react';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import type { SheetForm } from '#app/stock/sheet-form.ts';
import type { FoundByText } from '../../products/find-product.ts';
import { useText } from '../../ui/language.tsx';
import { notifyDone, notifyFailure } from '../../ui/notify.tsx';
import { onGridKey } from '../../ui/typing/grid-keys.ts';
import typing from '../../ui/typing/typing.module.css';
import { focusLine, lineOf } from '../../ui/typing/walk-cells.ts';
import { DrawnBlock } from './drawn-block.tsx';
import { lineBlocks } from './line-blocks.ts';
import { changesOfPasted } from './paste-lines.ts';
import { pastedLines, sheetColumns } from './sheet-columns.ts';
import type { SheetColumn } from './sheet-columns.ts';
import { SheetRow } from './sheet-row.tsx';
import type { SheetPreview } from './use-preview.ts';
import type { SheetEditing } from './use-sheet.ts';
import frame from '../../ui/typing/editor.module.css';

interface SheetGridProps {
  readonly editing: SheetEditing;
  readonly form: SheetForm;
  readonly preview: SheetPreview;
  readonly strict: boolean;
  readonly onFound: (key: string, found: FoundByText, input: HTMLInputElement | null) => void;
}

const widths: Readonly<Partial<Record<SheetColumn, number>>> = {
  quantity: 100,
  price: 100,
  amount: 110,
  lot: 170,
  production: 112,
  expiry: 112,
  condition: 110,
  restFollows: 110,
};

const numeric: readonly SheetColumn[] = ['quantity', 'price', 'amount'];

/** The lines of a document, typed into like a spreadsheet. */
export function SheetGrid({ editing, form, preview, strict, onFound }: SheetGridProps) {
  const words = useText().documents;
  const root = useRef<HTMLDivElement>(null);
  const { state, addLine, removeLine, changeLine } = editing;
  const columns = useMemo(() => sheetColumns(form), [form]);
  const { lines, head } = state;
  // What rows are given stays the same while others are typed into, or all of them would be drawn for every key.
  const remove = useCallback(
    (key: string): void => {
      const rows = [...(root.current?.querySelectorAll<HTMLElement>('tr[data-line]') ?? [])];
      const index = rows.findIndex((row) => row.dataset['line'] === key);
      removeLine(key);
      if (root.current !== null) focusLine(root.current, index);
    },
    [removeLine],
  );
  const paste = usePaste(editing, columns);
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    onGridKey(event, root.current, { addLine: form.isArrival ? () => undefined : addLine, remove });
  };
  return (
    <div className={frame['scroll']} ref={root}>
      <table
        className={typing['grid']}
        role="grid"
        aria-label={words.columns.product}
        onKeyDown={onKeyDown}
        onPaste={paste}
      >
        <thead>
          <tr>
            <th style={{ width: 40 }} className={typing['right']}>
              {words.columns.line}
            </th>
            {columns.map((column) => (
              <th
                key={column}
                style={{ width: widths[column] }}
                className={numeric.includes(column) ? typing['right'] : ''}
              >
                {words.columns[column]}
              </th>
            ))}
            <th style={{ width: 40 }} aria-label={words.remove} />
          </tr>
        </thead>
        {lineBlocks(lines).map(({ first, lines: block, isAlwaysDrawn }) => (
          <DrawnBlock
            key={first}
            keys={block.map(({ key }) => key)}
            always={isAlwaysDrawn}
            isFirst={first === 0}
          >
            {() =>
              block.map((line, place) => (
                <SheetRow
                  key={line.key}
                  index={first + place}
                  line={line}
                  head={head}
                  form={form}
                  columns={columns}
                  preview={preview.lines.get(line.key)}
                  strict={strict}
                  onChange={changeLine}
                  onRemove={remove}
                  onFound={onFound}
                />
              ))
            }
          </DrawnBlock>
        ))}
      </table>
    </div>
  );
}

/** Pasting rows copied from a spreadsheet, with the products found by code, barcode or name. */
function usePaste(
  editing: SheetEditing,
  columns: readonly SheetColumn[],
): (event: ClipboardEvent<HTMLElement>) => void {
  const words = useText().documents;
  return (event) => {
    const cell = event.target as HTMLElement;
    const from = cell.dataset['field'] as SheetColumn | undefined;
    if (from === undefined) return;
    const pasted = pastedLines(event.clipboardData.getData('text/plain'), from, columns);
    if (pasted.length === 0) return;
    event.preventDefault();
    const key = lineOf(cell);
    const start = editing.state.lines.findIndex((line) => line.key === key);
    changesOfPasted(editing.state, start, pasted).then((changes) => {
      editing.fill(key, changes);
      const unknown = changes.filter(({ product, text = '' }) => product === null && text !== '').length;
      notifyDone(
        unknown === 0
          ? words.pasted({ lines: changes.length })
          : words.pastedUnknown({ lines: changes.length, unknown }),
      );
    }, notifyFailure);
  };
}
