import { useText } from '../../ui/language.tsx';
import classes from './paper.module.css';

/** What the head of a paper says, whatever it is the paper of. */
export interface PaperHeading {
  readonly title: string;
  /** Said below the title, such as that it was reversed. */
  readonly stamp: string | null;
  /** Label and value; what has no value is left out. */
  readonly facts: readonly (readonly [string, string | null])[];
}

interface PaperHeadProps {
  readonly heading: PaperHeading;
  readonly distributor: string;
  /** Such as `1 / 3`, in words. */
  readonly place: string;
}

/** Letterhead and what the head says; on every page. */
export function PaperHead({ heading: { title, stamp, facts }, distributor, place }: PaperHeadProps) {
  const words = useText().documents.print;
  return (
    <header className={classes['head']}>
      <div className={classes['titleLine']}>
        <span className={classes['title']}>
          {distributor === '' ? null : <span className={classes['distributor']}>{distributor}</span>}
          {title}
        </span>
        <span className={classes['pageNumber']}>{place}</span>
      </div>
      {stamp === null ? null : <div className={classes['reversed']}>{stamp}</div>}
      <dl className={classes['facts']}>
        {facts.map(([label, value]) =>
          value === null || value === '' ? null : (
            <div key={label}>
              <dt>{words.labelled({ label })}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </header>
  );
}
