import {
  Button,
  createTheme,
  Menu,
  Modal,
  Notification,
  NumberInput,
  Popover,
  Select,
  TextInput,
  Textarea,
  Tooltip,
} from '@mantine/core';

const small = { size: 'xs' } as const;

/**
 * Dense and calm (SCREENS): 14 px body, 13 px tables, teal the one accent, borders before shadows, nothing moves for longer than
 * 150 ms. The colours of both schemes stand in theme.css; white on teal 8 and 9 passes AA.
 */
export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 9, dark: 8 },
  autoContrast: true,
  luminanceThreshold: 0.3,
  colors: {
    teal: [
      '#e6f6f4',
      '#cdebe7',
      '#9fd9d2',
      '#6cc5bb',
      '#43b3a7',
      '#26a699',
      '#159a8d',
      '#0c8a7e',
      '#087a6f',
      '#056a60',
    ],
  },
  fontFamily: 'var(--zd-font)',
  fontFamilyMonospace:
    "ui-monospace, 'Cascadia Mono', Consolas, 'SF Mono', 'Noto Sans Mono CJK SC', monospace",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'sm',
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '18px', lineHeight: '1.35' },
      h2: { fontSize: '16px', lineHeight: '1.35' },
      h3: { fontSize: '14px', lineHeight: '1.4' },
      h4: { fontSize: '13px', lineHeight: '1.4' },
    },
  },
  components: {
    Button: Button.extend({ defaultProps: { size: 'xs', fw: 500 } }),
    TextInput: TextInput.extend({ defaultProps: small }),
    Textarea: Textarea.extend({ defaultProps: small }),
    NumberInput: NumberInput.extend({ defaultProps: small }),
    Select: Select.extend({
      defaultProps: { ...small, comboboxProps: { shadow: 'sm', transitionProps: { duration: 100 } } },
    }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, transitionProps: { duration: 100 } } }),
    Popover: Popover.extend({ defaultProps: { transitionProps: { duration: 100 } } }),
    Menu: Menu.extend({ defaultProps: { transitionProps: { duration: 100 }, shadow: 'sm' } }),
    Notification: Notification.extend({ defaultProps: { withBorder: true } }),
    Modal: Modal.extend({ defaultProps: { transitionProps: { duration: 100 } } }),
  },
});
