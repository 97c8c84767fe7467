import { ActionIcon, Button, UnstyledButton } from '@mantine/core';
import { IconLanguage, IconMoon, IconSearch, IconSun } from '@tabler/icons-react';
import { useText } from '../ui/language.tsx';
import { openCommandBox } from './command-store.ts';
import { JobsMenu } from './jobs-menu.tsx';
import { useSwitchLanguage, useSwitchTheme } from './preferences.ts';
import classes from './frame.module.css';

const isMac = navigator.userAgent.includes('Mac');

interface BarProps {
  readonly title: string;
  /** Where the screen puts its own title and buttons. */
  readonly slotRef: (element: HTMLElement | null) => void;
}

/** 48 px: where I am, what the screen offers, search, jobs, language, light or dark. */
export function Bar({ title, slotRef }: BarProps) {
  const t = useText();
  const switchLanguage = useSwitchLanguage();
  const { dark, toggle } = useSwitchTheme();
  const themeLabel = dark ? t.shell.theme.toLight : t.shell.theme.toDark;
  return (
    <div className={classes['bar']} role="banner">
      <div ref={slotRef} className={classes['slot']} />
      {/* While a screen is on its way, and for screens without a title of their own. */}
      <div className={classes['title']}>{title}</div>
      <div className={classes['barEnd']}>
        <UnstyledButton className={classes['searchButton'] ?? ''} onClick={openCommandBox}>
          <IconSearch size={16} stroke={1.5} aria-hidden />
          <span>{t.shell.search.open}</span>
          <kbd className={classes['key']}>{isMac ? t.shell.search.shortcutMac : t.shell.search.shortcut}</kbd>
        </UnstyledButton>
        <JobsMenu />
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconLanguage size={16} stroke={1.5} />}
          title={t.shell.language.hint}
          onClick={switchLanguage}
          data-switch-language
        >
          {t.shell.language.switchTo}
        </Button>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="md"
          aria-label={themeLabel}
          title={themeLabel}
          onClick={toggle}
          data-switch-theme
        >
          {dark ? <IconSun size={18} stroke={1.5} /> : <IconMoon size={18} stroke={1.5} />}
        </ActionIcon>
      </div>
    </div>
  );
}
