import { posix } from 'node:path';
import { appError } from '#app/core/errors.ts';
import { damaged, type ReadContext } from './limits.ts';
import { attribute, prefixedAttribute } from './xml-text.ts';
import { closing, nextTag, tagKey, xmlCursor } from './xml-cursor.ts';
import type { ZipArchive } from './zip.ts';

/** A worksheet as the workbook lists it. */
export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

export interface WorkbookParts {
  readonly epoch1904: boolean;
  readonly sheets: readonly SheetPart[];
  readonly sharedStrings: string | undefined;
  readonly styles: string | undefined;
}

interface Relationship {
  readonly id: string;
  /**
   * The last word of the type's address: `worksheet`, `styles` … the same in strict and transitional files.
   */
  readonly type: string;
  readonly target: string;
}

const relationshipTag = tagKey('Relationship');
const workbookTag = tagKey('workbook');
const propertiesTag = tagKey('workbookPr');
const sheetTag = tagKey('sheet');

/**
 * Finds the workbook's parts (ECMA-376 part 2, relationships). Throws `file.unknownType` for other kinds of
 * document.
 */
export function findParts(archive: ZipArchive, context: ReadContext): WorkbookParts {
  const root = relationships(archive, '', context).find(({ type }) => type === 'officeDocument');
  const workbook = root?.target ?? 'xl/workbook.xml';
  // Binary workbooks (.xlsb) are another format in the same wrapping.
  if (/\.bin$/iu.test(workbook)) throw appError('file.unknownType', { name: context.name });
  if (!archive.has(workbook)) {
    if (root) throw damaged(context, `${workbook}: missing`);
    throw appError('file.unknownType', { name: context.name });
  }
  const related = relationships(archive, workbook, context);
  const { epoch1904, listed } = readWorkbookPart(archive, workbook, context);
  const sheets: SheetPart[] = [];
  for (const { name, hidden, id } of listed) {
    const relation = related.find((candidate) => candidate.id === id);
    if (!relation) throw damaged(context, `${workbook}: ${id}`);
    // Chart sheets and macro sheets hold no rows.
    if (relation.type === 'worksheet') sheets.push({ name, hidden, part: relation.target });
  }
  const partOf = (type: string) => related.find((candidate) => candidate.type === type)?.target;
  return { epoch1904, sheets, sharedStrings: partOf('sharedStrings'), styles: partOf('styles') };
}

function readWorkbookPart(archive: ZipArchive, part: string, context: ReadContext) {
  const listed: { name: string; hidden: boolean; id: string }[] = [];
  let epoch1904 = false;
  const cursor = xmlCursor(archive.get(part), context.name, part);
  for (let first = true; nextTag(cursor); first = false) {
    if (first && cursor.tag !== workbookTag) throw appError('file.unknownType', { name: context.name });
    if (cursor.kind === closing) continue;
    if (cursor.tag === propertiesTag)
      epoch1904 = /^(?:1|true|on)$/u.test(attribute(cursor, 'date1904') ?? '');
    if (cursor.tag !== sheetTag) continue;
    listed.push({
      name: attribute(cursor, 'name') ?? '',
      hidden: (attribute(cursor, 'state') ?? 'visible') !== 'visible',
      id: prefixedAttribute(cursor, 'id') ?? '',
    });
  }
  return { epoch1904, listed };
}

function relationships(archive: ZipArchive, source: string, context: ReadContext): Relationship[] {
  const folder = posix.dirname(source);
  const part = posix.join(folder, '_rels', `${posix.basename(source)}.rels`);
  const bytes = archive.find(part);
  const found: Relationship[] = [];
  if (!bytes) return found;
  const cursor = xmlCursor(bytes, context.name, part);
  while (nextTag(cursor)) {
    if (cursor.tag !== relationshipTag || cursor.kind === closing) continue;
    if (attribute(cursor, 'TargetMode') === 'External') continue;
    const target = (attribute(cursor, 'Target') ?? '').replaceAll('\\', '/');
    found.push({
      id: attribute(cursor, 'Id') ?? '',
      type: (attribute(cursor, 'Type') ?? '').replace(/^.*\//u, ''),
      // A target is relative to its source's folder unless it starts at the root; it cannot leave the zip
      // file.
      target: target.startsWith('/') ? posix.normalize(target).slice(1) : posix.join(folder, target),
    });
  }
  return found;
}
