import type { FieldChange, ThingName } from '../../core/errors.ts';
import type { ErrorMessages } from '../zh-CN/errors.ts';
import { calendarWords } from './calendar-words.ts';
import { editFields } from './edit-fields.ts';
import { orderWords } from './order-words.ts';
import { sheets } from './sheets.ts';
import { stockWords } from './stock-words.ts';
import { countProblems } from './count-problems.ts';

const fieldNames = (fields: readonly string[]): string =>
  fields.map((field) => (sheets.fields as Readonly<Record<string, string>>)[field] ?? field).join(', ');

/** A document by its number; a draft, which has none yet, by its kind. */
const writtenName = (name: string): string =>
  (stockWords.kinds as Readonly<Record<string, string>>)[name] ?? name;

const things: Readonly<Record<ThingName, string>> = {
  api: 'API',
  customerOrder: 'Customer order',
  demandMark: 'This mark',
  attachment: 'Attachment',
  calendarEvent: 'Calendar event',
  closure: 'Closure',
  document: 'Document',
  file: 'File',
  import: 'Import',
  inspection: 'Inspection record',
  job: 'Job',
  lot: 'Batch',
  partner: 'Partner',
  problemRows: 'Problem rows',
  policy: 'Ordering policy',
  product: 'Product',
  promotion: 'Promotion',
  purchaseOrder: 'Purchase order',
  reorderPlan: 'Reorder plan',
  stocktake: 'Stocktake',
  warehouse: 'Warehouse',
  whatIf: 'What-if run',
};

const inspectionNames = {
  licence: 'supplier licence',
  registration: 'registration or filing number',
  certificate: 'inspection certificate',
};

/** The first ones whole, the rest counted. */
const listed = (items: readonly string[], most = 5): string =>
  items.slice(0, most).join('; ') + (items.length > most ? `; ${items.length} in all` : '');

const said = (value: string): string => editFields.values[value] ?? value;

const changed = ({ field, before, after }: FieldChange): string =>
  `${editFields.names[field] ?? field} ${said(before)} → ${said(after)}`;

const productKindReasons = {
  moved: 'it has moved already, and a service moves no stock. Make another product.',
  sold: 'it was sold already. Make another product.',
  components: 'it has parts. Take them away first.',
} as const;

const componentReasons = {
  notSet: () => 'only a set has parts. Change its kind to set first.',
  repeated: (part: string) => `${part} is named twice; make one line of it.`,
  circle: (part: string) => `${part} is this set, or is made of it.`,
} as const;

const kindReasons = {
  default: 'it is the default warehouse. Make stock go elsewhere by default first.',
  transit: 'transfers need it for what is on its way.',
  lastQuarantine: 'goods that cannot be sold need one warehouse to wait in. Add another one first.',
} as const;

const megabytes = (bytes: number): string => (bytes / 1_048_576).toFixed(1);

export const errors: ErrorMessages = {
  internal: (p) =>
    `Something unexpected went wrong; your data was not touched. Try again; if it happens again, note ${p.traceId}.`,
  'input.invalid': (p) => `“${p.field}” is not right: found “${p.found}”, expected ${p.expected}.`,
  notFound: (p) => `${things[p.what]} not found (${p.id}); it may have been deleted. Refresh and try again.`,
  'session.denied': () =>
    'This page may not use the application. Open the address that was printed when it started.',
  'job.cancelled': () => 'Cancelled; nothing was written.',
  'store.newer': (p) =>
    `The data was written by a newer version (${p.found}; this one knows ${p.known}). Update the application; the data was not touched.`,
  'store.corrupt': (p) =>
    `The data file failed its check: ${p.detail}. Restore a backup before entering anything else.`,
  'store.locked': (p) => `The data file is in use by another program: ${p.path}. Close it and try again.`,
  'store.full': (p) =>
    `The disk is full: nothing was saved to ${p.path}. Free some space, then do the last step again.`,
  'store.pragma': (p) =>
    `Database setting ${p.name} should be ${p.expected} but is ${p.found}. Keep the data on a local disk.`,
  'store.migration': (p) => `Upgrade step ${p.name} failed and was rolled back: ${p.detail}.`,
  'store.notEmpty': () => 'There is data already; sample data needs an empty data folder.',
  'file.missing': (p) => `File not found: ${p.path}. Check the path.`,
  'file.unreadable': (p) =>
    `“${p.name}” cannot be read: ${p.detail}. If it is open in Excel or WPS, close it first.`,
  'file.unwritable': (p) =>
    `“${p.name}” cannot be written: ${p.detail}. If it is open in Excel or WPS, close it or choose another name.`,
  'file.tooLarge': (p) =>
    `“${p.name}” is ${megabytes(p.bytes)} MB; the limit is ${megabytes(p.limit)} MB. Split it and import the parts.`,
  'file.tooManyRows': (p) =>
    `“${p.name}” has ${p.rows} rows; the limit is ${p.limit}. Split it and import the parts.`,
  'file.tooManyCells': (p) =>
    `“${p.name}” has more than ${p.limit} cells. Remove the rows and columns you do not need.`,
  'file.expandsTooFar': (p) =>
    `“${p.name}” unpacks to ${p.ratio} times its size (limit ${p.limit}); that is no ordinary spreadsheet, so it was refused.`,
  'file.unknownType': (p) => `The format of “${p.name}” is not known. Use .xlsx, .xls or .csv.`,
  'file.encrypted': (p) => `“${p.name}” has a password. Remove it in Excel or WPS, save, and import again.`,
  'file.damaged': (p) =>
    `“${p.name}” is damaged and cannot be read (${p.detail}). Ask the sender for it again.`,
  'file.empty': (p) => `“${p.name}” holds no data.`,
  'import.sameFile': (p) => `“${p.name}” was imported on ${p.importedOn} already, with the same content.`,
  'import.hasRejected': (p) =>
    `${p.count} rows cannot be imported, so nothing was written. Mend the file, or choose to skip the rejected rows.`,
  'import.nothingToDo': (p) => `“${p.name}” holds nothing new; there is nothing to import.`,
  'import.storeChanged': () => 'The data changed since the check. Check again, then commit.',
  'import.missingColumns': (p) =>
    `Sheet “${p.sheet}” lacks required columns: ${fieldNames(p.columns)}. Assign them, or leave the sheet out.`,
  'import.alreadyUndone': (p) => `This import has been undone already (${p.id}).`,
  'import.noDocuments': (p) =>
    `No stock documents were recognised in “${p.name}”. Name their kind with --kind, or use the import command.`,
  'import.ambiguousKind': (p) => `It is not clear what sheet “${p.sheet}” holds. Choose its kind.`,
  'stock.wouldGoNegative': (p) =>
    `Not enough stock, nothing was posted: ${listed(
      p.shortfalls.map(
        (s) =>
          `${s.product} in ${s.warehouse}${s.lot === null ? '' : `, batch ${s.lot}`}: ${s.available} on ${s.day}, ${s.requested} wanted${s.document === null ? '' : ` (document ${s.document} would go below zero)`}`,
      ),
    )}. Receive stock first, or change the quantity.`,
  'stock.beforeCount': (p) =>
    `The document is dated before a count, nothing was posted: ${listed(
      p.counts.map(
        (c) =>
          `${c.product} in ${c.warehouse}${c.lot === null ? '' : `, batch ${c.lot}`} was counted on ${c.day} (${c.number}) and would change by ${c.change}`,
      ),
    )}. Choose: keep what was counted (the opposite is booked on the day of the count), or let the stock after it change.`,
  'stock.reversalTooEarly': (p) => `Document ${p.number} is of ${p.day}; it cannot be reversed before that.`,
  'stock.hasFollowers': (p) =>
    `Document ${p.number} was followed by ${p.followers.join(', ')}. Reverse those first.`,
  'stock.sheetInvalid': (p) =>
    `${p.problems.length} things to mend, nothing was posted: ${listed(
      p.problems.map(
        (problem) =>
          `${problem.line === null ? '' : `line ${problem.line}: `}${stockWords.problems[problem.code](problem)}`,
      ),
    )}.`,
  'stock.draftEnded': (p) =>
    p.status === 'posted' ? `The draft was posted (${p.number ?? ''}).` : 'The draft was discarded.',
  'stock.documentChanged': (p) =>
    `“${writtenName(p.name)}” was changed by ${p.by} after you opened it (${p.changes.length} changes). Look at them, then save.`,
  'stock.alreadyReversed': (p) =>
    `Document ${p.number} has been reversed already; it cannot be reversed again.`,
  'day.tooEarly': (p) => `${p.day} is before ${p.earliest}; check the year.`,
  'stock.openingFuture': (p) =>
    `${p.day} is still to come (today is ${p.today}); nothing was written. Choose another day.`,
  'stock.openingInvalid': (p) =>
    `${p.lines.length} entries need mending (the first in line ${p.lines[0]?.line ?? 1}); nothing was written.`,
  'stocktake.nothingToCount': (p) =>
    `${p.warehouse} holds nothing of what was chosen; no list was made. Choose something else to count.`,
  'stocktake.warehouse': (p) =>
    `${p.warehouse} cannot be counted: goods in transit lie nowhere. Choose another warehouse.`,
  'stocktake.notCounting': (p) => `Stocktake ${p.number} is ${p.status}; it can be changed no more.`,
  'stocktake.lineChanged': ({ conflict: c }) =>
    `${c.product}${c.lot === null ? '' : `, batch ${c.lot},`} ${
      c.posted
        ? 'was posted'
        : c.theirs === null
          ? 'was set back to not counted'
          : `was counted as ${c.theirs} by ${c.by}`
    } meanwhile; your ${c.yours ?? 'empty entry'} was not saved. Look again, then enter it.`,
  'stocktake.belowZero': (p) =>
    `Only ${p.counted} of ${p.product} are counted; ${-p.change} cannot be taken off.`,
  'stocktake.nothingToPost': (p) =>
    `No line can be posted: ${p.uncounted} not counted, ${p.recount} to be counted again, ${p.undecided} with open movements since the freeze.`,
  'stocktake.openLines': (p) =>
    `${p.lines} lines of stocktake ${p.number} are not posted. Post them, or say that they are left out.`,
  'stocktake.hasPosted': (p) =>
    `${p.lines} lines of stocktake ${p.number} are posted; it cannot be cancelled. Reverse its documents first, or close it.`,
  'stocktake.sheetInvalid': (p) =>
    `${p.problems.length} cells of “${p.name}” need mending; no count was written: ${listed(
      p.problems.map((problem) => `${problem.cell} ${countProblems[problem.code](problem)}`),
    )}.`,
  'stocktake.sheetColumns': (p) =>
    `“${p.name}” does not look like a count sheet; it lacks: ${p.missing.map((column) => countProblems.columns[column]).join(', ')}. Use the sheet that was exported.`,
  'edit.conflict': (p) =>
    (p.changes ?? []).length === 0
      ? `“${p.name}” was changed since you opened it. Refresh and make the change on the newest version.`
      : `“${p.name}” was changed since you opened it: ${listed((p.changes ?? []).map(changed))}. Make your change on what is there now.`,
  'product.kindFixed': (p) => `The kind of ${p.name} cannot be changed: ${productKindReasons[p.reason]}`,
  'product.lotless': (p) =>
    `${p.quantity} of ${p.name} lie without a lot and could not be issued any more. Book them to a lot by a count or an adjustment first.`,
  'product.components': (p) => `The parts of ${p.name} were not saved: ${componentReasons[p.reason](p.part)}`,
  'warehouse.kindFixed': (p) => `The kind of ${p.name} cannot be changed: ${kindReasons[p.reason]}`,
  'barcode.shared': (p) =>
    `Not saved; other products have these barcodes: ${listed(
      p.shared.map((s) => `${s.barcode} is ${s.isMain ? 'the main barcode' : 'a barcode'} of ${s.product}`),
    )}. If they are to be shared, a scan will ask which product is meant.`,
  'barcode.repeated': (p) =>
    `Barcode ${p.barcode} is there twice (the product’s main one counts). Remove one of them.`,
  'lot.daysOrder': (p) =>
    `Expiry ${p.expiryDay} is before production ${p.productionDay}. Check the two days.`,
  'lot.reasonMissing': (p) => `Freezing batch ${p.lot} needs a reason. Write it down, then freeze.`,
  'inspection.incomplete': (p) =>
    `The inspection still lacks the ${p.missing.map((item) => inspectionNames[item]).join(', ')}, so it cannot be passed. Add the numbers or files, or refuse the goods.`,
  'attachment.tooLarge': (p) =>
    `“${p.name}” is ${megabytes(p.bytes)} MB; attachments may be ${megabytes(p.limit)} MB. Make the picture smaller or split the file.`,
  'attachment.empty': (p) => `“${p.name}” is empty and was not kept. Choose the file again.`,
  'attachment.missing': (p) =>
    `The file of attachment “${p.name}” is gone. Bring the folder attachments back from a backup, or upload the file again.`,
  'attachment.changed': (p) =>
    `Attachment “${p.name}” is not what was uploaded, so it was not opened. Bring the folder attachments back from a backup, or upload it again.`,
  'code.taken': (p) => `Code “${p.code}” is in use. Choose another.`,
  'replenishment.policyExists': () => 'There is a policy for this already; open that one and change it.',
  'replenishment.reasonMissing': (p) =>
    `${p.product}: ${p.suggested} is suggested; choose a reason for ordering ${p.ordered}.`,
  'whatIf.tooShort': (p) =>
    `No product has been sold long enough: 12 weeks are needed before those to replay (${p.weeks} known, ${p.needed} at least). Replay fewer weeks, or import older sales.`,
  'replenishment.planChanged': () => 'The suggestions were recomputed; make the change on the new ones.',
  'replenishment.storeChanged': () =>
    'The data kept changing during the calculation. Calculate again once the other work is done.',
  'replenishment.nothingAccepted': () => 'There is nothing to order. Enter order quantities first.',
  'calendar.invalid': (p) =>
    `Nothing was saved, ${p.problems.length} to mend: ${listed(
      p.problems.map(
        (problem) =>
          `${problem.line === null ? '' : `product ${problem.line}: `}${calendarWords.problems[problem.code](problem)}`,
      ),
    )}.`,
  'host.portInUse': (p) =>
    `Port ${p.port} cannot be used; another program may have it. Choose another port, or none.`,
  'host.dataDirectory': (p) =>
    `The data folder ${p.path} cannot be made: ${p.detail}. Check permissions and disk, or name another with --data.`,
  'host.pageMissing': (p) =>
    `The page's files are missing: ${p.path}. Reinstall; from source, start with npm run serve.`,
  'order.invalid': (p) =>
    `${p.problems.length} things to mend, nothing was saved: ${listed(
      p.problems.map(
        (problem) =>
          `${problem.line === null ? '' : `line ${problem.line}: `}${orderWords.problems[problem.code](problem)}`,
      ),
    )}.`,
  'order.refused': (p) =>
    `Order ${p.number} is “${orderWords.statuses[p.status]}”: ${orderWords.refusals[p.reason]} (${orderWords.actions[p.action]}).`,
};
