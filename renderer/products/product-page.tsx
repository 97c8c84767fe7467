import { formatQuantity } from '#app/core/quantity.ts';
import type { OutputOf } from '../api/contract.ts';
import { useApiQuery } from '../api/hooks.ts';
import { BackTo } from '../ui/back-to.tsx';
import { useText } from '../ui/language.tsx';
import { QuantityText } from '../ui/numbers.tsx';
import { Page } from '../ui/page.tsx';
import { KeyValue, Section } from '../ui/section.tsx';
import { QueryState } from '../ui/states.tsx';
import { WeekBars } from '../ui/week-bars.tsx';
import { filledWeeks } from './filled-weeks.ts';
import { ProductForm } from './product-form.tsx';
import { ProductMovements } from './product-movements.tsx';
import { ProductOrders } from './product-orders.tsx';
import { ProductStatus } from './product-status.tsx';
import { ProductStock } from './product-stock.tsx';
import classes from './products.module.css';

type View = OutputOf<'products.get'>;

/** Everything about one product on one page. */
export function ProductPage({ id }: { readonly id: string }) {
  const answer = useApiQuery('products.get', { id });
  return <QueryState query={answer}>{(view) => <ProductCard key={id} view={view} />}</QueryState>;
}

function ProductCard({ view }: { readonly view: View }) {
  const t = useText();
  const words = t.lists.product;
  const { product } = view;
  return (
    <Page
      title={product.name}
      leading={<BackTo href="/products" />}
      subtitle={
        <span className={classes['head']}>
          <span className={classes['code']}>{product.code}</span>
          <ProductStatus status={product.status} />
        </span>
      }
    >
      <div className={classes['columns']}>
        <div className={classes['column']}>
          <Section title={words.facts}>
            <Facts view={view} />
          </Section>
          {/* Another version of the product starts the form anew. */}
          <ProductForm key={product.version} product={product} />
          <ProductOrders orders={view.openOrders} unit={product.unit} />
        </div>
        <div className={classes['column']}>
          <Section title={words.history}>
            <History view={view} />
          </Section>
          <ProductStock stock={view.stock} unit={product.unit} />
          <ProductMovements movements={view.movements} />
        </div>
      </div>
    </Page>
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function Facts({ view: { product, stock, openOrders } }: { readonly view: View }) {
  const { columns, product: words } = useText().lists;
  const onHand = sum(stock.map((row) => row.onHand));
  const onOrder = sum(openOrders.map((order) => order.open));
  return (
    <KeyValue
      items={[
        { label: columns.code, value: product.code },
        { label: words.onHandTotal, value: <QuantityText value={onHand} unit={product.unit} withUnit /> },
        { label: words.onOrderTotal, value: <QuantityText value={onOrder} unit={product.unit} withUnit /> },
      ]}
    />
  );
}

function History({ view: { weeks, product } }: { readonly view: View }) {
  const words = useText().lists.product;
  const values = filledWeeks(weeks);
  if (values.length === 0) return <>{words.noHistory}</>;
  const sold = `${formatQuantity(sum(values.map((week) => week.value)))} ${product.unit}`;
  return (
    <WeekBars
      weeks={values}
      label={words.sold({ units: sold, weeks: values.length })}
      format={(value) => `${formatQuantity(value)} ${product.unit}`}
      height={140}
    />
  );
}
