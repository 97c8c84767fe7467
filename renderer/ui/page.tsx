import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { usePageSlot } from './page-slot.ts';
import classes from './kit.module.css';

interface PageHeaderProps {
  readonly title: ReactNode;
  /** One short line beside the title: what is shown, as of when. */
  readonly subtitle?: ReactNode;
  /** Before the title, such as a way back. */
  readonly leading?: ReactNode;
  /** Buttons at the right; the main one last. */
  readonly actions?: ReactNode;
}

/** Title and buttons of a screen. They stand in the frame's bar, so that the screen keeps its height for its work. */
function PageHeader({ title, subtitle, leading, actions }: PageHeaderProps) {
  const slot = usePageSlot();
  if (slot === null) return null;
  return createPortal(
    <header className={classes['pageHeader']}>
      {leading}
      <h1 className={classes['pageTitle']}>{title}</h1>
      {subtitle === undefined ? null : <div className={classes['pageSubtitle']}>{subtitle}</div>}
      {actions === undefined ? null : <div className={classes['pageActions']}>{actions}</div>}
    </header>,
    slot,
  );
}

interface PageProps extends PageHeaderProps {
  readonly children: ReactNode;
  /** The body has no padding and does not scroll: its child (a table) fills it. */
  readonly flush?: boolean;
}

/** A screen: a header that stays and a body that takes the rest of the height. */
export function Page({ children, flush = false, ...header }: PageProps) {
  return (
    <div className={classes['page']}>
      <PageHeader {...header} />
      <div className={flush ? classes['pageBodyFlush'] : classes['pageBody']}>{children}</div>
    </div>
  );
}
