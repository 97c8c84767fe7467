export const commandLine = {
  usage: `用法：npm run -s cli -- 命令 [选项]

  import 文件 [--mode history|issue] [--as-of 日期] [--dry-run] [--skip-rejected] [--keep-repeated]
              [--allow-negative] [--anchors keep|change] [--no-services]
                        导入 Excel 或 CSV。有被拒绝的行时不写入任何数据，除非加上 --skip-rejected；
                        --allow-negative：文件是已经发生的历史，允许负库存；--anchors：早于盘点的单据怎样处理
  post 文件 [--kind receipts|movements|counts] [--as-of 日期] [--dry-run] [--skip-rejected]
            [--allow-negative] [--anchors keep|change]
                        把文件里的入库单、出入库单据、盘点表过账
  template 类型 --out 文件.xlsx
                        保存空白表格，类型：products|components|sales|stock|counts|purchaseOrder|orderConfirmation|receipts|movements
                        |promotions|holidays|weather
  undo-import 编号      撤销一次导入
  accuracy [--replay]   过去的预测有多准；--replay 先按过去一年的销量回算
  demand 编码 [--mark stockOut|oneOff|substitution|normal --from 日期 --to 日期 [--quantity 数量] [--other 编码] [--note 备注]] [--unmark 标记]
                        一个商品计入预测的销量和修正；标记缺货、一次性需求、替代销售，或取消标记
  demand 编码 [--like 编码 [--factor 百分数] | --unlike]
                        新品像另一个商品那样卖（百分之几），或不再参照
  forecast [--as-of 日期]
                        计算每个商品的需求预测
  replenish [--as-of 日期] [--budget 元] [--out 文件.xlsx]
                        计算补货建议;--budget 这一单最多花多少;--out 保存为给总部的订货单
  policies list | policies remove 编号
                        补货策略：列出；删除一条
  policies set default|category|supplier|product [名称|编码] [--review 天数] [--lead 天数|measured] [--service 0.97]
          [--moq 数量] [--pack 数量] [--cartons 箱数] [--free-from 元] [--budget 元]
                        新增或修改一条策略；没写的保持不变
  what-if [--weeks 周数] [--service 0.95] [--review 天数] [--lead 天数] [--spread 天数]
          [--budget 元] [--average-safety 天数] [--out 文件.xlsx]
                        推演：用过去的销售重演这样补货的结果，并与 8 周平均、最低/最高、实际比较
  orders list [--status 状态]
                        采购订单：单号、状态、预计到货、未到数量
  orders confirm 单号 文件 | orders confirm 单号 --all [--expected 日期]
                        登记总部确认：按文件中的确认数量，或全部按订购数
  orders close 单号     关闭订单，未到的不再计入在途
  promotions list [--state planned|running|past|cancelled] | cancel 编号
                        促销：列出；取消一个
  promotions add 名称 --from 日期 --to 日期 [--discount 20%] [--category 品类 | --products 编码,编码]
                        新增一个促销；成批的用 import 导入
  calendar month 年-月   一个月的节假日、促销、事件和天气
  calendar day 日期 holiday|workday 名称 | calendar day 日期 published
                        某天放假或上班；published 恢复公布的安排
  calendar city [城市]   按哪个城市的天气预测
  export products|sales|stock|promotions|holidays --out 文件
                        导出商品、销售或库存（.xlsx 或 .csv）
  document 单号 --out 文件.xlsx
                        把一张库存单据保存为表格
  reverse 单号 [--day 日期] [--note 说明] [--counts keep|change]
                        冲销一张单据；之后有盘点时，keep 保持盘点数，change 改变盘点后的库存
  check [--rebuild]     检查数据：账与结存、外键、文件完整性、附件；--rebuild 先由流水重算结存
  trace 商品编码 批号 [--out 文件.xlsx]
                        批次溯源：来源、去向、结存；--out 保存召回表
  stock balance 商品编码 [--day 日期] [--warehouse 仓库]
                        某一天的数量和金额，按仓库和批次
  stock value [--day 日期] [--warehouse 仓库]
                        某一天全部库存的数量和金额
  stock slow [--days 天数] [--warehouse 仓库]
                        滞销商品、占用金额和建议
  scan 文本             扫到的内容是什么：商品、数量、批次、效期（条码、GS1 二维码、编码）
  stocktake start --warehouse 仓库 [--category 类别] [--blind]
                        冻结一份盘点清单
  stocktake sheet 单号 --out 文件.xlsx | import 单号 文件 | post 单号
                        导出盘点表；导入填好的盘点表；过账差异
  sample                在空的数据目录中载入示例数据

  每个命令都可加:--data 目录  --json  --language zh-CN|en
  退出码：0 完成，1 有问题，2 用法错误
`,
  unknownCommand: (p: { name: string }) => `没有“${p.name}”这个命令。`,
  noCommand: '请给出一个命令。',
  posted: (p: { count: number; numbers: string }) => `已过账 ${p.count} 张单据：${p.numbers}`,
  newStore: (p: { path: string }) => `这里还没有数据，已新建：${p.path}`,
  usageError: (p: { detail: string }) => `参数不正确：${p.detail}`,
  importHeader: ['工作表', '类型', '行数', '接受', '其中修正', '重复', '拒绝', '忽略'],
  moreProblems: (p: { count: number }) => `… 另有 ${p.count} 处（--json 列出全部）`,
  nothingNew: '没有新的内容，没有写入任何数据。',
  committed: (p: { importId: string }) => `已导入，编号 ${p.importId}（撤销：undo-import ${p.importId}）`,
  notCommitted: '没有写入任何数据。',
  undone: (p: { removed: number; restored: number; kept: number }) =>
    `已撤销：删除 ${p.removed} 行，还原 ${p.restored} 行，保留 ${p.kept} 行。`,
  forecastHeader: ['编码', '名称', '类型', 'ABC-XYZ', '方法', '每周', '误差'],
  ordersHeader: ['单号', '日期', '状态', '预计到货', '订购', '已到', '未到', '未到金额'],
  orderIs: (p: { number: string; status: string }) => `采购订单 ${p.number}：${p.status}`,
  policiesHeader: ['编号', '范围', '对象', '条件'],
  promotionsHeader: ['编号', '开始', '结束', '让利', '范围', '状态', '名称'],
  promotionAdded: (p: { id: string; name: string; firstDay: string; lastDay: string }) =>
    `已新增促销 ${p.name}，${p.firstDay} 至 ${p.lastDay}，编号 ${p.id}`,
  replenishHeader: ['编码', '名称', '可用', '在途', '日均', '交期', '安全', '建议'],
  replenishTotals: (p: { asOf: string; lines: number; units: number; packs: number; amount: string }) =>
    `截至 ${p.asOf}：${p.lines} 项，${p.units} 件，${p.packs} 箱，¥${p.amount}`,
  reversed: (p: { number: string; by: string }) => `已冲销 ${p.number}，新单号 ${p.by}`,
  stockBalance: (p: { product: string; day: string; units: string; value: string }) =>
    `${p.product}，${p.day}：${p.units}，¥${p.value}`,
  stockValue: (p: { day: string; products: number; units: number; value: string }) =>
    `${p.day}：${p.products} 个商品，${p.units} 件，¥${p.value}`,
  saved: (p: { path: string }) => `已保存：${p.path}`,
  exported: (p: { rows: number; path: string }) => `已导出 ${p.rows} 行：${p.path}`,
  checkClean: '数据完好：文件完整，外键一致，结存与账相符。',
  checkProblems: (p: { count: number }) => `发现 ${p.count} 个问题：`,
  sampleLoaded: '示例数据已载入。',
};
