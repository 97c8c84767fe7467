import { column, day, note, productNames } from './column-words.ts';
import type { ColumnSpec } from './columns.ts';

/** As Chinese weather sites give a city's history: `2015-01-01 周四`, `4°`, `晴~多云`. */
export const weatherColumns: readonly ColumnSpec[] = [
  column('city', 'text', '城市|City|地区|站点|城市名称|所在城市|Place|Station', { tight: true }),
  column('day', 'day', day, { required: true }),
  column(
    'high',
    'text',
    '最高温度|High|最高气温|最高温|日最高气温|白天温度|Highest temperature|Maximum temperature|Max temperature|High temperature|Temp max',
    { distinctive: true },
  ),
  column(
    'low',
    'text',
    '最低温度|Low|最低气温|最低温|日最低气温|夜间温度|Lowest temperature|Minimum temperature|Min temperature|Low temperature|Temp min',
    { distinctive: true },
  ),
  column('sky', 'text', '天气|Weather|天气状况|天气现象|天气情况|Conditions|Weather condition', {
    distinctive: true,
  }),
  column('wind', 'text', '风向|Wind|风力|风向风力|风力风向|Wind direction', { distinctive: true }),
  column('warning', 'text', '预警|Weather warning|气象预警|天气预警|灾害预警|Alert', { distinctive: true }),
];

/** 节假日安排: days off and 调休 working days, one a row. */
export const holidayColumns: readonly ColumnSpec[] = [
  column('day', 'day', day, { required: true }),
  column('dayKind', 'text', '放假或上班|Day kind|日期类型|放假类型|安排|放假安排|是否放假|Day type|Day off', {
    required: true,
    tight: true,
    distinctive: true,
  }),
  column('dayName', 'text', '节日名称|Holiday|节日|节假日|节假日名称|假期|假日名称|Holiday name|Festival', {
    distinctive: true,
  }),
];

/** One row a promotion, or one row a product of it. Without product and category it is for all. */
export const promotionColumns: readonly ColumnSpec[] = [
  column(
    'promotionName',
    'text',
    '促销名称|Promotion|活动名称|促销活动|活动|促销|活动主题|促销主题|Promotion name|Campaign|Campaign name',
    { required: true, distinctive: true },
  ),
  column(
    'firstDay',
    'day',
    '开始日期|First day|开始|开始时间|起始日期|活动开始|活动开始日期|生效日期|Start date|Start|Starts on|From',
    { required: true, distinctive: true },
  ),
  column(
    'lastDay',
    'day',
    '结束日期|Last day|结束|结束时间|截止日期|活动结束|活动结束日期|失效日期|End date|End|Ends on|Until|To',
    { required: true, distinctive: true },
  ),
  column(
    'discount',
    'text',
    '让利|Discount|让利比例|优惠幅度|降价幅度|折扣|折扣力度|折扣率|促销力度|Discount rate|Percent off',
    { distinctive: true },
  ),
  column('category', 'text', '大类|Category|品类|类别|商品大类|商品类别|分类|商品分类|Product category', {
    tight: true,
  }),
  ...productNames.map(({ required: _, ...spec }) => spec),
  column('note', 'text', note),
];
