import type { Translation } from '../translation.ts';
import type { commandLine as source } from '../zh-CN/command-line.ts';

export const commandLine: Translation<typeof source> = {
  usage: `Usage: npm run -s cli -- COMMAND [options]

  import FILE [--mode history|issue] [--as-of DAY] [--dry-run] [--skip-rejected] [--keep-repeated]
              [--allow-negative] [--anchors keep|change] [--no-services]
                        import an Excel or CSV file; with rejected rows nothing is written unless --skip-rejected;
                        --allow-negative: the file is history, stock may go below zero; --anchors: entries before a count
  post FILE [--kind receipts|movements|counts] [--as-of DAY] [--dry-run] [--skip-rejected]
            [--allow-negative] [--anchors keep|change]
                        post the receipts, documents and counts of a file
  template KIND --out FILE.xlsx
                        save an empty sheet: products|components|sales|stock|counts|purchaseOrder|orderConfirmation|receipts|movements
                        |promotions|holidays|weather
  undo-import ID        undo an import
  accuracy [--replay]   how near past forecasts came; --replay works out those of the past year first
  demand CODE [--mark stockOut|oneOff|substitution|normal --from DAY --to DAY [--quantity N] [--other CODE] [--note TEXT]] [--unmark ID]
                        what counts of a product's sales and what was corrected; mark days, or take a mark away
  demand CODE [--like CODE [--factor PERCENT] | --unlike]
                        a young product will sell like another, or no longer
  forecast [--as-of DAY]
                        forecast the demand of each product
  replenish [--as-of DAY] [--budget YUAN] [--out FILE.xlsx]
                        compute what to reorder; --budget is the most the order may cost; --out saves the order
                        workbook for HQ
  policies list | policies remove ID
                        how things are replenished; remove one
  policies set default|category|supplier|product [NAME|CODE] [--review DAYS] [--lead DAYS|measured] [--service 0.97]
          [--moq N] [--pack N] [--cartons N] [--free-from YUAN] [--budget YUAN]
                        add or change a policy; what is not given stays
  what-if [--weeks N] [--service 0.95] [--review DAYS] [--lead DAYS] [--spread DAYS]
          [--budget YUAN] [--average-safety DAYS] [--out FILE.xlsx]
                        replays past sales under such a policy, beside the 8-week average,
                        min/max and what really happened
  orders list [--status STATE]
                        purchase orders: number, state, expected day, what is open
  orders confirm NUMBER FILE | orders confirm NUMBER --all [--expected DAY]
                        record what HQ confirmed: as a file says, or everything as ordered
  orders close NUMBER   close an order; what is open no longer counts as on order
  promotions list [--state planned|running|past|cancelled] | cancel ID
                        promotions; cancel one
  promotions add NAME --from DAY --to DAY [--discount 20%] [--category NAME | --products CODE,CODE]
                        plan one; many come by import
  calendar month YYYY-MM
                        holidays, promotions, events and weather of a month
  calendar day DAY holiday|workday NAME | calendar day DAY published
                        a day off, or a working day; published takes it back
  calendar city [NAME]  whose weather counts in forecasts
  export products|sales|stock|promotions|holidays --out FILE
                        export as .xlsx or .csv
  document NUMBER --out FILE.xlsx
                        save one stock document as a workbook
  reverse NUMBER [--day DAY] [--note TEXT] [--counts keep|change]
                        reverse a document; where stock was counted later, keep what was counted or change it
  check [--rebuild]     check the data: ledger against balances, foreign keys, attached files, integrity; --rebuild makes balances anew first
  trace PRODUCT BATCH [--out FILE.xlsx]
                        where a batch came from, who has it, what is left; --out saves the recall workbook
  stock balance CODE [--day DAY] [--warehouse CODE]
                        quantity and value of a product on a day, by warehouse and lot
  stock value [--day DAY] [--warehouse CODE]
                        quantity and value of all stock on a day
  stock slow [--days N] [--warehouse CODE]
                        slow movers, what they tie up, and what to do
  scan TEXT             say what a scan means: product, quantity, batch, expiry (barcode, GS1 code, code)
  stocktake start --warehouse CODE [--category NAME] [--blind]
                        freeze a list to count
  stocktake sheet NUMBER --out FILE.xlsx | import NUMBER FILE | post NUMBER
                        save the count sheet; take it back filled in; post the differences
  sample                load the sample data into an empty data folder

  With every command: --data DIR  --json  --language zh-CN|en
  Exit codes: 0 done, 1 a problem, 2 wrong usage
`,
  unknownCommand: (p) => `There is no command “${p.name}”.`,
  noCommand: 'Please give a command.',
  posted: (p) => `${p.count} ${p.count === 1 ? 'document' : 'documents'} posted: ${p.numbers}`,
  newStore: (p) => `There was no data here; a new store was made: ${p.path}`,
  usageError: (p) => `Wrong arguments: ${p.detail}`,
  importHeader: ['Sheet', 'Kind', 'Rows', 'Accepted', 'Repaired', 'Duplicates', 'Rejected', 'Ignored'],
  moreProblems: (p) => `… and ${p.count} more (--json lists all)`,
  nothingNew: 'Nothing in the file is new; nothing was written.',
  committed: (p) => `Imported as ${p.importId} (undo: undo-import ${p.importId})`,
  notCommitted: 'Nothing was written.',
  undone: (p) => `Undone: ${p.removed} rows removed, ${p.restored} restored, ${p.kept} kept.`,
  forecastHeader: ['Code', 'Name', 'Class', 'ABC-XYZ', 'Method', 'Per week', 'Error'],
  ordersHeader: ['Number', 'Date', 'State', 'Expected', 'Ordered', 'Received', 'Open', 'Open amount'],
  orderIs: (p) => `Purchase order ${p.number}: ${p.status}`,
  policiesHeader: ['ID', 'Scope', 'Of', 'Terms'],
  promotionsHeader: ['ID', 'First day', 'Last day', 'Off', 'Scope', 'State', 'Name'],
  promotionAdded: (p) => `Promotion ${p.name} is planned, ${p.firstDay} to ${p.lastDay}, id ${p.id}`,
  replenishHeader: ['Code', 'Name', 'Available', 'On order', 'Per day', 'Lead', 'Safety', 'Suggested'],
  replenishTotals: (p) =>
    `As of ${p.asOf}: ${p.lines} lines, ${p.units} units, ${p.packs} packs, ¥${p.amount}`,
  reversed: (p) => `Reversed ${p.number}; the new number is ${p.by}`,
  stockBalance: (p) => `${p.product}, ${p.day}: ${p.units}, ¥${p.value}`,
  stockValue: (p) => `${p.day}: ${p.products} products, ${p.units} units, ¥${p.value}`,
  saved: (p) => `Saved: ${p.path}`,
  exported: (p) => `Exported ${p.rows} rows: ${p.path}`,
  checkClean: 'The data is sound: file intact, foreign keys hold, balances match the ledger.',
  checkProblems: (p) => `${p.count} problems found:`,
  sampleLoaded: 'Sample data loaded.',
};
