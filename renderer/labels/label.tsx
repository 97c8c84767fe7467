import { fen, formatFen } from '#app/core/fen.ts';
import { useText } from '../ui/language.tsx';
import { barHeight, paddingOf } from './label-drawing.ts';
import type { DrawnSymbol, Drawing, LabelItem } from './label-drawing.ts';
import type { LabelContent } from './label-settings.ts';
import type { LabelSize, Place } from './label-sizes.ts';
import classes from './label.module.css';

interface LabelProps {
  readonly item: LabelItem;
  readonly drawing: Drawing;
  readonly shown: readonly LabelContent[];
  readonly size: LabelSize;
  readonly place: Place;
}

/** One label at its place on the page; every length is in millimetres, on the screen too. */
export function Label({ item, drawing, shown, size, place }: LabelProps) {
  const { label } = size;
  const padding = paddingOf(size);
  const digits = label.height < 25 ? 2.2 : 2.8;
  const { bars, matrix } = drawing;
  const foot = bars === null ? padding : padding + digits + barHeight(size) + 0.5;
  return (
    <div
      className={classes['label']}
      style={{ left: mm(place.left), top: mm(place.top), width: mm(label.width), height: mm(label.height) }}
      data-label={item.code}
    >
      <Texts
        item={item}
        shown={shown}
        size={size}
        foot={foot}
        beside={matrix === null ? 0 : matrix.width + 1}
      />
      {matrix === null ? null : <Symbol symbol={matrix} top={padding} data="matrix" />}
      {bars === null ? null : (
        <>
          <Symbol symbol={bars} top={label.height - padding - digits - bars.height} data="bars" />
          <div
            className={classes['digits']}
            style={{ bottom: mm(padding - 0.4), height: mm(digits), fontSize: mm(digits * 0.95) }}
          >
            {bars.text}
          </div>
        </>
      )}
    </div>
  );
}

interface TextsProps {
  readonly item: LabelItem;
  readonly shown: readonly LabelContent[];
  readonly size: LabelSize;
  /** Millimetres taken by the barcode below, and by the 2D code at the right. */
  readonly foot: number;
  readonly beside: number;
}

function Texts({ item, shown, size, foot, beside }: TextsProps) {
  const t = useText().labels;
  const { label } = size;
  const padding = paddingOf(size);
  // The smallest that can be read from a shelf, and the largest with which two lines of name still fit.
  const unit = Math.max(2.1, label.height / 10);
  const has = (content: LabelContent): boolean => shown.includes(content);
  const price =
    has('price') && item.price !== null ? t.priceSign({ amount: formatFen(fen(item.price)) }) : '';
  return (
    <div
      className={classes['texts']}
      style={{
        left: mm(padding),
        right: mm(padding + beside),
        top: mm(padding * 0.8),
        bottom: mm(foot),
        fontSize: mm(unit * 0.85),
      }}
    >
      {has('name') ? (
        <div
          className={classes['name']}
          style={{ fontSize: mm(unit), WebkitLineClamp: label.height < 25 ? 1 : 2 }}
        >
          {item.name}
        </div>
      ) : null}
      <div className={classes['row']}>
        <span className={classes['code']}>
          {[has('code') ? item.code : '', has('shelf') ? item.shelf : ''].filter(Boolean).join('　')}
        </span>
        {price === '' ? null : (
          <strong className={classes['price']} style={{ fontSize: mm(unit * 1.35) }}>
            {price}
          </strong>
        )}
      </div>
      {has('lot') && item.lot !== null ? (
        <div className={classes['lot']}>
          <span>
            {t.lot} {item.lot}
          </span>
          {item.expiryDay === null ? null : (
            <span>
              {t.expiry} {item.expiryDay}
            </span>
          )}
        </div>
      ) : null}
    </div>
  );
}

function Symbol({
  symbol,
  top,
  data,
}: {
  readonly symbol: DrawnSymbol;
  readonly top: number;
  readonly data: 'bars' | 'matrix';
}) {
  const { left, width, height, module, path } = symbol;
  return (
    <svg
      className={classes['symbol']}
      style={{ left: mm(left), top: mm(top), width: mm(width), height: mm(height) }}
      viewBox={`0 0 ${exact(width / module)} ${exact(height / module)}`}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
      aria-hidden
      data-symbol={data}
    >
      <path d={path} />
    </svg>
  );
}

/** A length for a style sheet. */
export function mm(millimetres: number): string {
  return `${exact(millimetres)}mm`;
}

function exact(value: number): number {
  return Math.round(value * 100_000) / 100_000;
}
