import type { ErrorCode, ErrorParameters, FieldChange, ThingName } from '../../core/errors.ts';
import { calendarWords } from './calendar-words.ts';
import { editFields } from './edit-fields.ts';
import { orderWords } from './order-words.ts';
import { sheets } from './sheets.ts';
import { stockWords } from './stock-words.ts';
import { countProblems } from './count-problems.ts';

/** A message for every code: what happened, and what to do. */
export type ErrorMessages = { readonly [Code in ErrorCode]: (parameters: ErrorParameters[Code]) => string };

const fieldNames = (fields: readonly string[]): string =>
  fields.map((field) => (sheets.fields as Readonly<Record<string, string>>)[field] ?? field).join('、');

/** A document by its number; a draft, which has none yet, by its kind. */
const writtenName = (name: string): string =>
  (stockWords.kinds as Readonly<Record<string, string>>)[name] ?? name;

const things: Readonly<Record<ThingName, string>> = {
  api: '接口',
  customerOrder: '客户订单',
  demandMark: '这条标记',
  attachment: '附件',
  calendarEvent: '日历事件',
  closure: '停送货时段',
  document: '单据',
  file: '文件',
  import: '这次导入',
  inspection: '查验记录',
  job: '任务',
  lot: '批次',
  partner: '往来单位',
  problemRows: '问题行',
  policy: '补货策略',
  product: '商品',
  promotion: '促销',
  purchaseOrder: '采购订单',
  reorderPlan: '补货建议',
  stocktake: '盘点单',
  warehouse: '仓库',
  whatIf: '推演',
};

const inspectionNames = {
  licence: '供货者执照',
  registration: '注册证或备案号',
  certificate: '检验合格证明',
};

/** The first ones whole, the rest counted. */
const listed = (items: readonly string[], most = 5): string =>
  items.slice(0, most).join('；') + (items.length > most ? `；等 ${items.length} 处` : '');

const said = (value: string): string => editFields.values[value] ?? value;

const changed = ({ field, before, after }: FieldChange): string =>
  `${editFields.names[field] ?? field} ${said(before)} → ${said(after)}`;

const productKindReasons = {
  moved: '它已经有出入库记录，服务不进出库存。请另建一个商品。',
  sold: '它已经有销售记录。请另建一个商品。',
  components: '它还有组件，请先删去组件。',
} as const;

const componentReasons = {
  notSet: () => '只有套装才有组件，请先把类型改为套装。',
  repeated: (part: string) => `${part} 写了两次，请合并成一行。`,
  circle: (part: string) => `${part} 就是这个套装，或者由它组成。`,
} as const;

const kindReasons = {
  default: '它是默认仓库。',
  transit: '调拨途中的货要记在这里。',
  lastQuarantine: '不能销售的货需要一个待处理仓，请先新增一个。',
} as const;

const megabytes = (bytes: number): string => (bytes / 1_048_576).toFixed(1);

export const errors: ErrorMessages = {
  internal: (p) => `程序出现意外错误，数据未受影响。请重试；若再次出现，请记下编号 ${p.traceId}。`,
  'input.invalid': (p) => `“${p.field}”不正确：得到“${p.found}”，应为${p.expected}。`,
  notFound: (p) => `找不到${things[p.what]}（${p.id}），可能已被删除。请刷新后重试。`,
  'session.denied': () => '此页面没有访问权限。请用程序启动时给出的地址重新打开。',
  'job.cancelled': () => '已取消，没有写入任何数据。',
  'store.newer': (p) =>
    `数据由更新版本的程序写入（第 ${p.found} 版，本程序只认识到第 ${p.known} 版）。请升级程序后再打开，数据未被改动。`,
  'store.corrupt': (p) => `数据文件未通过检查：${p.detail}。请从备份恢复，不要继续录入。`,
  'store.locked': (p) => `数据文件正被其他程序占用：${p.path}。请关闭后重试。`,
  'store.full': (p) => `硬盘已满，刚才的操作没有写入 ${p.path}。请腾出空间后重做一遍。`,
  'store.pragma': (p) =>
    `数据库设置 ${p.name} 应为 ${p.expected}，实际为 ${p.found}。请把数据放在本机硬盘上再打开。`,
  'store.migration': (p) => `数据升级步骤 ${p.name} 失败，已退回升级前的状态：${p.detail}。`,
  'store.notEmpty': () => '已有业务数据，不能再载入示例。请用新的数据目录试用示例。',
  'file.missing': (p) => `找不到文件：${p.path}。请检查路径。`,
  'file.unreadable': (p) => `无法读取“${p.name}”：${p.detail}。若文件正在 Excel 或 WPS 中打开，请先关闭。`,
  'file.unwritable': (p) =>
    `无法写入“${p.name}”：${p.detail}。若文件正在 Excel 或 WPS 中打开，请先关闭，或换一个名字保存。`,
  'file.tooLarge': (p) =>
    `“${p.name}”有 ${megabytes(p.bytes)} MB，超过上限 ${megabytes(p.limit)} MB。请拆分后再导入。`,
  'file.tooManyRows': (p) => `“${p.name}”有 ${p.rows} 行，超过上限 ${p.limit} 行。请拆分后再导入。`,
  'file.tooManyCells': (p) => `“${p.name}”的单元格超过上限 ${p.limit} 个。请删除多余的行列后再导入。`,
  'file.expandsTooFar': (p) =>
    `“${p.name}”解压后膨胀 ${p.ratio} 倍（上限 ${p.limit} 倍），不像正常的表格，已拒绝打开。`,
  'file.unknownType': (p) => `不认识“${p.name}”的格式。请使用 .xlsx、.xls 或 .csv 文件。`,
  'file.encrypted': (p) => `“${p.name}”设有打开密码。请在 Excel 或 WPS 中去掉密码，另存后再导入。`,
  'file.damaged': (p) => `“${p.name}”已损坏，无法读取（${p.detail}）。请向发送方重新索取。`,
  'file.empty': (p) => `“${p.name}”里没有数据。`,
  'import.sameFile': (p) => `“${p.name}”已在 ${p.importedOn} 导入过，内容完全相同。`,
  'import.hasRejected': (p) =>
    `有 ${p.count} 行无法导入，因此没有写入任何数据。请修正文件，或选择“跳过被拒绝的行”。`,
  'import.nothingToDo': (p) => `“${p.name}”里没有新的内容，无需导入。`,
  'import.storeChanged': () => '检查之后数据有了变化。请重新检查一遍再提交。',
  'import.missingColumns': (p) =>
    `工作表“${p.sheet}”缺少必需的列：${fieldNames(p.columns)}。请为这些列指定对应关系，或不导入此表。`,
  'import.alreadyUndone': (p) => `此次导入已经撤销过（${p.id}）。`,
  'import.noDocuments': (p) =>
    `“${p.name}”里没有认出单据。请用 --kind 指明是入库单、出入库单据还是盘点表，或用 import 命令导入。`,
  'import.ambiguousKind': (p) => `看不出工作表“${p.sheet}”是什么内容。请为它选择类型。`,
  'stock.wouldGoNegative': (p) =>
    `库存不够，没有过账：${listed(
      p.shortfalls.map(
        (s) =>
          `${s.product} 在${s.warehouse}${s.lot === null ? '' : `批次 ${s.lot}`}，${s.day} 只有 ${s.available}，不够 ${s.requested}${s.document === null ? '' : `（之后的单据 ${s.document} 会变成负库存）`}`,
      ),
    )}。请先入库或修改数量。`,
  'stock.beforeCount': (p) =>
    `这张单据的日期早于盘点，没有过账：${listed(
      p.counts.map(
        (c) =>
          `${c.product} 在${c.warehouse}${c.lot === null ? '' : `批次 ${c.lot}`}已于 ${c.day} 盘点（${c.number}），会改变 ${c.change}`,
      ),
    )}。请选择：保持盘点数（在盘点日补记相反数），或改变盘点后的库存。`,
  'stock.reversalTooEarly': (p) => `单据 ${p.number} 是 ${p.day} 的，冲销日期不能更早。`,
  'stock.hasFollowers': (p) => `单据 ${p.number} 已有后续单据 ${p.followers.join('、')}。请先冲销后续单据。`,
  'stock.sheetInvalid': (p) =>
    `有 ${p.problems.length} 处需要修改，没有过账：${listed(
      p.problems.map(
        (problem) =>
          `${problem.line === null ? '' : `第 ${problem.line} 行 `}${stockWords.problems[problem.code](problem)}`,
      ),
    )}。`,
  'stock.draftEnded': (p) =>
    p.status === 'posted' ? `草稿已经过账（${p.number ?? ''}）。` : '草稿已经作废。',
  'stock.documentChanged': (p) =>
    `“${writtenName(p.name)}”在您打开之后已由${p.by}修改（${p.changes.length} 处）。请查看改动后再保存。`,
  'stock.alreadyReversed': (p) => `单据 ${p.number} 已经冲销，不能再次冲销。`,
  'day.tooEarly': (p) => `日期 ${p.day} 太早，应在 ${p.earliest} 之后，请核对年份。`,
  'stock.openingFuture': (p) => `期初日期 ${p.day} 还没到（今天是 ${p.today}），没有写入任何数据。请改日期。`,
  'stock.openingInvalid': (p) =>
    `有 ${p.lines.length} 处需要修改（首处在第 ${p.lines[0]?.line ?? 1} 行），没有写入任何数据。`,
  'stocktake.nothingToCount': (p) => `${p.warehouse}里没有符合范围的库存，没有建立盘点单。请换一个范围。`,
  'stocktake.warehouse': (p) => `${p.warehouse}不能盘点：在途的货不在任何地方。请选择其他仓库。`,
  'stocktake.notCounting': (p) =>
    `盘点单 ${p.number} ${p.status === 'closed' ? '已经结束' : '已经作废'}，不能再修改。`,
  'stocktake.lineChanged': ({ conflict: c }) =>
    `${c.product}${c.lot === null ? '' : ` 批次 ${c.lot}`}${
      c.posted ? '已经过账' : c.theirs === null ? '已被改为未盘' : `已由${c.by}记为 ${c.theirs}`
    }，您填的${c.yours === null ? '（空）' : ` ${c.yours} `}没有保存。请核对后再填。`,
  'stocktake.belowZero': (p) => `${p.product} 只盘到 ${p.counted}，不能再减 ${-p.change}。`,
  'stocktake.nothingToPost': (p) =>
    `没有可以过账的行：未盘 ${p.uncounted} 行，待复盘 ${p.recount} 行，冻结后的变动未处理 ${p.undecided} 行。`,
  'stocktake.openLines': (p) =>
    `盘点单 ${p.number} 还有 ${p.lines} 行没有过账。请先过账，或确认不处理这些行。`,
  'stocktake.hasPosted': (p) =>
    `盘点单 ${p.number} 已有 ${p.lines} 行过账，不能作废。可先冲销盘点单据，或结束盘点。`,
  'stocktake.sheetInvalid': (p) =>
    `“${p.name}”有 ${p.problems.length} 处需要修改，没有写入任何盘点数：${listed(
      p.problems.map((problem) => `${problem.cell} ${countProblems[problem.code](problem)}`),
    )}。`,
  'stocktake.sheetColumns': (p) =>
    `“${p.name}”不像盘点表，缺少：${p.missing.map((column) => countProblems.columns[column]).join('、')}。请使用导出的盘点表。`,
  'edit.conflict': (p) =>
    (p.changes ?? []).length === 0
      ? `“${p.name}”在您打开之后已被修改。请刷新，在最新内容上重新修改。`
      : `“${p.name}”在您打开之后已被修改：${listed((p.changes ?? []).map(changed))}。请在最新内容上重新修改。`,
  'product.kindFixed': (p) => `${p.name} 的类型不能改：${productKindReasons[p.reason]}`,
  'product.lotless': (p) =>
    `${p.name} 还有 ${p.quantity} 件没有批次的库存，改为按批次管理后就出不了库。请先用盘点或调整记到批次上。`,
  'product.components': (p) => `${p.name} 的组件没有保存：${componentReasons[p.reason](p.part)}`,
  'warehouse.kindFixed': (p) => `${p.name} 的类型不能改：${kindReasons[p.reason]}`,
  'barcode.shared': (p) =>
    `没有保存，这些条码别的商品也在用：${listed(
      p.shared.map((s) => `${s.barcode} 是 ${s.product} 的${s.isMain ? '主条码' : '条码'}`),
    )}。确要共用，扫码时会让您选择商品。`,
  'barcode.repeated': (p) => `条码 ${p.barcode} 写了两次（包括商品的主条码）。请删去一个。`,
  'lot.daysOrder': (p) => `效期 ${p.expiryDay} 早于生产日期 ${p.productionDay}。请核对这两个日期。`,
  'lot.reasonMissing': (p) => `冻结批次 ${p.lot} 需要写明原因。请填写原因后再冻结。`,
  'inspection.incomplete': (p) =>
    `查验还缺${p.missing.map((item) => inspectionNames[item]).join('、')}，不能判为合格。请补上编号或附件，或判为不合格。`,
  'attachment.tooLarge': (p) =>
    `“${p.name}”有 ${megabytes(p.bytes)} MB，附件上限是 ${megabytes(p.limit)} MB。请压缩图片或拆分文件后再上传。`,
  'attachment.empty': (p) => `“${p.name}”是空文件，没有保存。请重新选择文件。`,
  'attachment.missing': (p) =>
    `附件“${p.name}”的文件不见了。请从备份中找回 attachments 目录，或重新上传这个文件。`,
  'attachment.changed': (p) =>
    `附件“${p.name}”的内容与上传时不同，没有打开。请从备份中找回 attachments 目录，或重新上传。`,
  'code.taken': (p) => `编码“${p.code}”已被使用。请换一个编码。`,
  'replenishment.policyExists': () => '这个对象已经有一条补货策略，请打开那一条修改。',
  'replenishment.reasonMissing': (p) =>
    `${p.product} 建议 ${p.suggested}，改成 ${p.ordered} 需要选一个原因。`,
  'whatIf.tooShort': (p) =>
    `没有一个商品的销售历史够长：推演这么多周，之前还要有 12 周（现有 ${p.weeks} 周，至少 ${p.needed} 周）。请减少周数，或导入更早的销售。`,
  'replenishment.planChanged': () => '补货建议已经更新，请在新的建议上修改。',
  'replenishment.storeChanged': () => '计算期间数据一直在变。请等其他操作结束后再算一次。',
  'replenishment.nothingAccepted': () => '没有要订购的商品。请先填写订购数量。',
  'calendar.invalid': (p) =>
    `有 ${p.problems.length} 处需要修改，没有保存：${listed(
      p.problems.map(
        (problem) =>
          `${problem.line === null ? '' : `第 ${problem.line} 个商品：`}${calendarWords.problems[problem.code](problem)}`,
      ),
    )}。`,
  'host.portInUse': (p) => `端口 ${p.port} 不能使用：可能已被其他程序占用。请换一个端口，或不指定端口。`,
  'host.dataDirectory': (p) =>
    `无法建立数据目录 ${p.path}:${p.detail}。请检查权限和磁盘，或用 --data 指定别的目录。`,
  'host.pageMissing': (p) => `找不到页面文件：${p.path}。请重新安装程序；在源代码中请用 npm run serve 启动。`,
  'order.invalid': (p) =>
    `有 ${p.problems.length} 处需要修改，没有保存：${listed(
      p.problems.map(
        (problem) =>
          `${problem.line === null ? '' : `第 ${problem.line} 行 `}${orderWords.problems[problem.code](problem)}`,
      ),
    )}。`,
  'order.refused': (p) =>
    `订单 ${p.number} 现在是“${orderWords.statuses[p.status]}”，不能${orderWords.actions[p.action]}：${orderWords.refusals[p.reason]}。`,
};
