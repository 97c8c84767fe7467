import { createPortal } from 'react-dom';
import { Label, mm } from './label.tsx';
import type { Drawing, LabelItem } from './label-drawing.ts';
import type { LabelContent } from './label-settings.ts';
import type { LabelSize, Place } from './label-sizes.ts';
import classes from './label.module.css';

export interface PlacedLabel {
  readonly item: LabelItem;
  readonly drawing: Drawing;
  readonly place: Place;
}

interface PagesProps {
  readonly pages: readonly (readonly PlacedLabel[])[];
  readonly shown: readonly LabelContent[];
  readonly size: LabelSize;
}

/** One page of labels, as it leaves the printer. */
export function LabelPage({
  labels,
  shown,
  size,
}: Omit<PagesProps, 'pages'> & { readonly labels: readonly PlacedLabel[] }) {
  return (
    <div className={classes['page']} style={{ width: mm(size.page.width), height: mm(size.page.height) }}>
      {labels.map(({ item, drawing, place }) => (
        <Label
          key={`${place.left} ${place.top}`}
          item={item}
          drawing={drawing}
          shown={shown}
          size={size}
          place={place}
        />
      ))}
    </div>
  );
}

/** What is printed: nothing but the labels, on pages of their exact size. */
export function PrintedLabels({ pages, shown, size }: PagesProps) {
  const { width, height } = size.page;
  const rules = `@page { size: ${width}mm ${height}mm; margin: 0 } @media print { #root, [data-portal] { display: none !important } html, body { margin: 0; padding: 0 } }`;
  return createPortal(
    <div className={classes['print']} data-print>
      <style>{rules}</style>
      {pages.map((labels) => (
        <LabelPage key={labels[0]?.place.page} labels={labels} shown={shown} size={size} />
      ))}
    </div>,
    document.body,
  );
}
