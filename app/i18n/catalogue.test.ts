import { expect, test } from 'vitest';

import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';

type Node =
  | string
  | readonly string[]
  | ((...parameters: never[]) => string)
  | { readonly [key: string]: Node };

function leaves(node: Node, path = ''): [string, Node][] {
  if (typeof node === 'object' && !Array.isArray(node)) {
    return Object.entries(node).flatMap(([key, value]) => leaves(value, `${path}.${key}`));
  }
  return [[path, node]];
}

test('both languages have exactly the same texts', () => {
  expect(
    leaves(en as Node)
      .map(([path]) => path)
      .toSorted(),
  ).toEqual(
    leaves(zhCN as Node)
      .map(([path]) => path)
      .toSorted(),
  );
});

test('no text is empty, and no English text holds Chinese beyond names and quoted samples', () => {
  for (const [path, leaf] of leaves(en)) {
    if (typeof leaf !== 'string') continue;
    expect(leaf.trim(), path).not.toBe('');
    const chinese = leaf.replaceAll(/[“"(「].*?[”")」]/gu, '').match(/[\u4e00-\u9fff]{2,}/u);
    // The application's name, and the switch that speaks to someone who reads the other language.
    if (!path.startsWith('.shell.language.') && !['中文', '简体中文', '总代工作台'].includes(leaf))
      expect(chinese?.[0], path).toBeUndefined();
  }
});
