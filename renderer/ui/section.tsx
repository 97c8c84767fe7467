import type { ReactNode } from 'react';
import { useText } from './language.tsx';
import classes from './kit.module.css';

interface SectionProps {
  readonly title?: ReactNode;
  /** At the right of the head: a link, a button. */
  readonly aside?: ReactNode;
  /** No padding around the children (tables, lists). */
  readonly flush?: boolean;
  readonly children: ReactNode;
}

/** A bordered part of a page. */
export function Section({ title, aside, flush = false, children }: SectionProps) {
  return (
    <section className={classes['section']}>
      {title === undefined && aside === undefined ? null : (
        <div className={classes['sectionHead']}>
          <h2 className={classes['sectionTitle']}>{title}</h2>
          {aside === undefined ? null : <div className={classes['sectionAside']}>{aside}</div>}
        </div>
      )}
      <div className={flush ? classes['sectionFlush'] : classes['sectionBody']}>{children}</div>
    </section>
  );
}

interface KeyValueItem {
  /** Different for each fact of a list. */
  readonly label: string;
  readonly value: ReactNode;
}

interface KeyValueProps {
  readonly items: readonly KeyValueItem[];
  /** Three pairs beside each other, where the section is as wide as the page. */
  readonly wide?: boolean;
}

/** Facts in two columns. An empty value shows a dash. */
export function KeyValue({ items, wide = false }: KeyValueProps) {
  const t = useText();
  return (
    <dl className={`${classes['keyValues']} ${wide ? classes['keyValuesWide'] : ''}`}>
      {items.map((item) => (
        <KeyValueRow
          key={item.label}
          label={item.label}
          value={item.value === '' || item.value === null ? t.kit.none : item.value}
        />
      ))}
    </dl>
  );
}

function KeyValueRow({ label, value }: KeyValueItem) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}
