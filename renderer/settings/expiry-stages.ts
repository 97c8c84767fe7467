import { expiryStagesSchema } from '#app/core/settings.ts';

/** `180、90,30` as days, the farthest first; undefined for anything else. */
export function readStages(text: string): readonly number[] | undefined {
  const words = text
    .normalize('NFKC')
    .split(/[\s,;/、]+/u)
    .filter((word) => word !== '');
  if (words.some((word) => !/^\d{1,5}$/u.test(word))) return undefined;
  const parsed = expiryStagesSchema.safeParse(words.map(Number));
  return parsed.success ? parsed.data : undefined;
}

export function stagesText(stages: readonly number[]): string {
  return stages.join(' / ');
}
