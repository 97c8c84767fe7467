import { lazy, Suspense, useMemo, useState } from 'react';
import type { OutputOf } from '../api/contract.ts';
import { useApiQuery } from '../api/hooks.ts';
import { BackTo } from '../ui/back-to.tsx';
import { useHistoryState } from '../ui/history-state.ts';
import { useText } from '../ui/language.tsx';
import { Money } from '../ui/numbers.tsx';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { QueryState } from '../ui/states.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { BarcodesSection } from './barcodes-section.tsx';
import { chartWeeks } from './chart-weeks.ts';
import { DemandSection } from './demand-section.tsx';
import { ProductFigures } from './product-figures.tsx';
import { ProductForm } from './product-form.tsx';
import { allMovements, ProductMovements } from './product-movements.tsx';
import type { MovementFilters } from './product-movements.tsx';
import { ProductOrders } from './product-orders.tsx';
import { ProductParts, UsedIn } from './product-parts.tsx';
import { ProductPrices } from './product-prices.tsx';
import { ProductStatus } from './product-status.tsx';
import { ProductStock } from './product-stock.tsx';
import { StockOnDay } from './stock-on-day.tsx';
import card from './card.module.css';
import classes from './products.module.css';

type View = OutputOf<'products.get'>;

const LevelChart = lazy(async () => ({ default: (await import('./level-chart.tsx')).LevelChart }));

/** Everything about one product on one page. */
export function ProductPage({ id }: { readonly id: string }) {
  const answer = useApiQuery('products.get', { id });
  return <QueryState query={answer}>{(view) => <ProductCard key={id} view={view} />}</QueryState>;
}

function ProductCard({ view }: { readonly view: View }) {
  const { product, parts, figures } = view;
  return (
    <Page title={product.name} leading={<BackTo href="/products" />} subtitle={<Head view={view} />}>
      <div className={card['card']}>
        {figures === null ? null : <ProductFigures figures={figures} />}
        <div className={card['columns']}>
          <div className={card['column']}>
            <Chart view={view} />
            <DemandSection productId={product.id} />
            {product.kind === 'service' ? null : <StockParts view={view} />}
            <BarcodesSection productId={product.id} name={product.name} unit={product.unit} />
          </div>
          <div className={card['column']}>
            {product.kind === 'set' ? <ProductParts view={view} /> : null}
            <ProductOrders view={view} />
            {product.kind === 'service' ? null : <ProductPrices prices={view.prices} unit={product.unit} />}
            {/* Another version of the product starts the form anew. */}
            <ProductForm key={product.version} product={product} />
            {parts.usedIn.length === 0 ? null : <UsedIn sets={parts.usedIn} />}
          </div>
        </div>
      </div>
    </Page>
  );
}

function Head({ view: { product } }: { readonly view: View }) {
  const { stockWords } = useText();
  const place = [product.category, product.subcategory].filter((word) => word !== '').join(' · ');
  return (
    <span className={card['head']}>
      <span>{product.code}</span>
      {product.barcode === null ? null : <span>{product.barcode}</span>}
      {place === '' ? null : <span>{place}</span>}
      {product.listPrice === null ? null : <Money value={product.listPrice} sign />}
      {product.kind === 'goods' ? null : (
        <StatusBadge tone="info">{stockWords.productKinds[product.kind]}</StatusBadge>
      )}
      <ProductStatus status={product.status} />
    </span>
  );
}

function Chart({ view: { weeks, levels } }: { readonly view: View }) {
  const words = useText().productCard.chart;
  const points = useMemo(() => chartWeeks({ sold: weeks, levels }), [weeks, levels]);
  if (points.length === 0)
    return (
      <Section title={words.title} flush>
        <div className={classes['nothing']}>{words.none}</div>
      </Section>
    );
  const legend = (
    <span className={card['legend']}>
      <span className={card['legendLine']}>{words.level}</span>
      <span className={card['legendBar']}>{words.sold}</span>
    </span>
  );
  return (
    <Section title={words.title} aside={legend}>
      <div className={card['chart']}>
        <Suspense fallback={null}>
          <LevelChart weeks={points} />
        </Suspense>
      </div>
    </Section>
  );
}

/** Where it lies now, on any day, and how it came to that. */
function StockParts({ view }: { readonly view: View }) {
  const { product, today } = view;
  const [filters, setFilters] = useHistoryState<MovementFilters>('product.movements', () => allMovements);
  const [day, setDay] = useState(today);
  return (
    <>
      <ProductStock view={view} />
      <ProductMovements productId={product.id} unit={product.unit} filters={filters} onFilters={setFilters} />
      <StockOnDay
        productId={product.id}
        unit={product.unit}
        day={day}
        onDay={setDay}
        onShow={(until) => setFilters({ ...allMovements, to: until })}
      />
    </>
  );
}
