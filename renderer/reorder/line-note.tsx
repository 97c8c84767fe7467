import { formatQuantity } from '#app/core/quantity.ts';
import type { ExplanationPart, ReorderLineView } from '#app/replenishment/types.ts';
import type { Catalogue } from '#app/i18n/zh-CN.ts';
import { useText } from '../ui/language.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { isEdited } from './plan-after.ts';
import classes from './reorder.module.css';

function partOf(line: ReorderLineView, kind: ExplanationPart['kind']): number {
  return line.parts.find((part) => part.kind === kind)?.quantity ?? 0;
}

/** What to know about a quantity beside the number itself, shortest first. */
function noteTexts(line: ReorderLineView, t: Catalogue): string[] {
  const notes = t.reorder.note;
  const texts: string[] = [];
  if (isEdited(line)) {
    texts.push(notes.edited({ suggested: formatQuantity(line.suggested) }));
    if (line.override !== null)
      texts.push(
        t.reorder.override.reasons[line.override.reason],
        ...(line.override.note === '' ? [] : [line.override.note]),
      );
    if (line.ordered > 0 && line.ordered < line.moq)
      texts.push(t.reorder.edit.belowMoq({ moq: formatQuantity(line.moq) }));
    else if (line.ordered % line.packSize !== 0)
      texts.push(t.reorder.edit.notPack({ pack: formatQuantity(line.packSize) }));
  } else {
    if (partOf(line, 'moq') > 0) texts.push(notes.moq({ count: formatQuantity(partOf(line, 'moq')) }));
    if (partOf(line, 'pack') > 0) texts.push(notes.pack({ count: formatQuantity(partOf(line, 'pack')) }));
  }
  if (line.price === null) texts.push(notes.noPrice);
  if (line.demandClass === 'short') texts.push(notes.short);
  return texts;
}

export function LineNote({ line }: { readonly line: ReorderLineView }) {
  const t = useText();
  if (line.status === 'dropped') {
    return (
      <StatusBadge tone="quiet" icon="ban">
        {t.reorder.note.dropped}
      </StatusBadge>
    );
  }
  const text = noteTexts(line, t).join(' · ');
  return (
    <span className={classes['note']} title={text}>
      {line.status === 'accepted' ? <StatusBadge tone="good">{t.reorder.note.accepted}</StatusBadge> : null}
      <span className={classes['quiet']}>{text}</span>
    </span>
  );
}
