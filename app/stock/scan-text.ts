import { plainCharacters } from './barcode.ts';

/** ASCII 29, in which scanners report the FNC1 that ends an element of variable length. */
export const groupSeparator = '\u001D';

/** What a scanner sent, taken apart: what it says of the symbol, and the data. */
export interface ScanText {
  /** Symbology identifier of ISO/IEC 15424 (`]C1`); '' from scanners that send none. */
  readonly symbology: string;
  /** Plain characters, without what stands around them. */
  readonly text: string;
  /** As an element string would be written: GS between elements, and none around them. */
  readonly elements: string;
  /** FNC1, its identifier or brackets said that this is an element string. */
  readonly isElementString: boolean;
}

/** GS1-128, DataBar and composite, GS1 DataMatrix, GS1 QR Code, GS1 DotCode. */
const elementSymbologies = new Set([']C1', ']e0', ']e1', ']e2', ']d2', ']Q3', ']J1']);

/** What scanners are set to send instead of a control character. */
const namedSeparator = /<(?:GS|0x1D|F1|FNC1)>|[{[](?:GS|FNC1)[}\]]|\^\]|\\x1D|\\u001D/giu;

/** No element's data can hold these (GS1 General Specifications, character set 82), so they stand for GS. */
const impossibleInData = /[\p{Cc}\u0080-\u00FF|~^@[\]{}\\`$ ]+/gu;

/** Takes off what scanners put before and after, and makes GS of whatever they send for it. */
export function splitScan(scanned: string): ScanText {
  const trimmed = plainCharacters(scanned).replaceAll(/^[ \r\n\t]+|[ \r\n\t]+$/gu, '');
  const symbology = /^\][A-Za-z][0-9A-Za-z]/u.exec(trimmed)?.[0] ?? '';
  const text = trimmed.slice(symbology.length);
  const marked = text.replaceAll(namedSeparator, groupSeparator);
  const isBracketed = /^\(\d{2,4}\)/u.test(marked);
  const separated = (isBracketed ? marked.replaceAll(' ', '') : marked).replaceAll(
    impossibleInData,
    groupSeparator,
  );
  const elements = separated.split(groupSeparator).filter(Boolean).join(groupSeparator);
  return {
    symbology,
    text,
    elements,
    isElementString: elementSymbologies.has(symbology) || isBracketed || marked.startsWith(groupSeparator),
  };
}
