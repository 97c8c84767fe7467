/** One city of the sample's territory: its sales region, and the warehouse (by index) that serves it first. */
export interface SamplePlace {
  readonly region: string;
  readonly province: string;
  readonly city: string;
  readonly warehouse: number;
  /** Share of customers, relative. */
  readonly weight: number;
}

/** region | province | warehouse | city weight, city weight … */
const table = `
东区|浙江省|0|杭州市 10,宁波市 6,温州市 5,嘉兴市 3,绍兴市 3,金华市 4,台州市 3,湖州市 2
东区|上海市|0|上海市 12
北区|江苏省|1|南京市 8,苏州市 9,无锡市 5,常州市 4,南通市 3,徐州市 3,扬州市 2
西区|安徽省|1|合肥市 6,芜湖市 2,蚌埠市 1,安庆市 1
西区|江西省|2|南昌市 4,赣州市 2,九江市 1,上饶市 1
南区|福建省|2|福州市 5,厦门市 5,泉州市 4,漳州市 2,莆田市 1
`;

export const samplePlaces: readonly SamplePlace[] = table
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [region = '', province = '', warehouse, cities = ''] = line.split('|');
    return cities.split(',').map((entry) => {
      const [city = '', weight] = entry.split(' ');
      return { region, province, city, warehouse: Number(warehouse), weight: Number(weight) };
    });
  });
