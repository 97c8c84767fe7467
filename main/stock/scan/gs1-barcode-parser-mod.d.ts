declare module 'gs1-barcode-parser-mod' {
  interface ParsedElement {
    readonly ai: string;
    /** The element's data as it stands in the code. */
    readonly raw?: string;
  }
  /** Throws a string where the text is no element string. */
  export function parseBarcode(text: string): { readonly parsedCodeItems: readonly ParsedElement[] };
}
