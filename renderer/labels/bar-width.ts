/** What printers can print: 203 dpi have 8 dots a millimetre, 300 dpi 11.81, office printers 600 dpi. */
export const printerDots = { 203: 8, 300: 300 / 25.4, 600: 600 / 25.4 } as const;
export type PrinterDpi = keyof typeof printerDots;

interface BarWidth {
  /** Printer dots a module. */
  readonly dots: number;
  /** Millimetres a module: whole dots, so that no bar is blurred. */
  readonly module: number;
  /** Millimetres of the whole symbol with its quiet zones. */
  readonly total: number;
}

/** Narrower bars are not read by ordinary hand scanners; wider ones than the standard's 0.33 mm read no better on small labels. */
const limits = {
  bars: { least: 0.165, most: 0.38 },
  dots: { least: 0.25, most: 0.65 },
} as const;

/**
 * The widest module of whole printer dots with which `modules` (quiet zones included) fit into `available` millimetres;
 * undefined where even the narrowest that can be read does not.
 */
export function barWidth(
  kind: 'bars' | 'dots',
  modules: number,
  available: number,
  dpi: PrinterDpi,
): BarWidth | undefined {
  const dot = 1 / printerDots[dpi];
  const { least, most } = limits[kind];
  const widest = Math.min(most, available / modules);
  const dots = Math.floor(widest / dot + 1e-9);
  if (dots < 1 || dots * dot < least - 1e-9) return undefined;
  return { dots, module: dots * dot, total: dots * dot * modules };
}

/** The nearest length of whole dots, so that a symbol begins where a dot does. */
export function onDots(millimetres: number, dpi: PrinterDpi): number {
  return Math.round(millimetres * printerDots[dpi]) / printerDots[dpi];
}
