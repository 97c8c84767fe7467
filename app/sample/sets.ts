import type { CatalogueEntry } from './catalogue.ts';
import type { SampleComponent } from './types.ts';

/** What some of the sets are made of, by name. */
const recipes: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  水光补水四件套: {
    '氨基酸温和洁面乳 120g': 1,
    '玻尿酸保湿化妆水 150ml': 1,
    '玻尿酸原液精华 30ml': 1,
    '水润保湿乳液 100ml': 1,
  },
  焕亮美白三件套: {
    '焕亮美白化妆水 150ml': 1,
    '烟酰胺焕亮精华 30ml': 1,
    '焕亮美白面霜 50g': 1,
  },
  男士护肤两件套: { '男士控油洁面乳 125g': 1, '男士保湿霜 50g': 1 },
  '面膜家庭装 30片': { '玻尿酸补水面膜 5片': 3, '烟酰胺亮肤面膜 5片': 3 },
};

/** Sets that can be put together of what is stocked. */
export function sampleComponents(entries: readonly CatalogueEntry[]): SampleComponent[] {
  const place = new Map(entries.map(({ row }, index) => [row.name, index]));
  const indexOf = (name: string): number => {
    const index = place.get(name);
    if (index === undefined) throw new RangeError(`the catalogue has no ${name}`);
    return index;
  };
  return Object.entries(recipes).flatMap(([set, parts]) =>
    Object.entries(parts).map(([component, quantity]) => ({
      set: indexOf(set),
      component: indexOf(component),
      quantity,
    })),
  );
}
