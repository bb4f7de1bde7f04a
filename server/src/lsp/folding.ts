/** Folding: front matter, sections under their subheadings, quotes and paragraphs over several lines, site furniture. */
import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver';
import type { ArticlePart, Span } from '../analysis/model';
import type { ArticleView } from './article-view';

/** Stretches of neighbouring parts that fold together. */
function groups(parts: readonly ArticlePart[]): { readonly span: Span; readonly kind: FoldingRangeKind }[] {
  const found: { span: Span; kind: FoldingRangeKind }[] = [];
  let section: { start: number; end: number } | null = null;
  let furniture: { start: number; end: number } | null = null;
  const close = (): void => {
    if (section !== null) found.push({ span: section, kind: FoldingRangeKind.Region });
    section = null;
  };
  for (const part of parts) {
    if (part.kind === 'frontMatter') found.push({ span: part, kind: FoldingRangeKind.Comment });
    if (part.kind === 'furniture' || part.kind === 'label') {
      if (furniture === null) furniture = { start: part.start, end: part.end };
      furniture.end = part.end;
      continue;
    }
    if (furniture !== null) found.push({ span: furniture, kind: FoldingRangeKind.Comment });
    furniture = null;
    if (part.kind === 'subheading') {
      close();
      section = { start: part.start, end: part.end };
    } else if (section !== null) section.end = part.end;
  }
  if (furniture !== null) found.push({ span: furniture, kind: FoldingRangeKind.Comment });
  close();
  return found;
}

/** Folding ranges, without duplicates; one line never folds. */
export function provideFoldingRanges(view: ArticleView): FoldingRange[] {
  const { parts, quotes } = view.analysis;
  const lead = bodySpan(parts);
  const spans = [
    ...groups(parts),
    ...(lead === null ? [] : [{ span: lead, kind: FoldingRangeKind.Region }]),
    ...parts.filter((part) => part.kind === 'paragraph').map((part) => ({ span: part, kind: FoldingRangeKind.Region })),
    ...quotes.map((quote) => ({ span: quote, kind: FoldingRangeKind.Region })),
  ];
  const seen = new Set<string>();
  const ranges: FoldingRange[] = [];
  for (const { span, kind } of spans) {
    const range = view.range(span);
    const key = `${range.start.line}-${range.end.line}`;
    if (range.end.line <= range.start.line || seen.has(key)) continue;
    seen.add(key);
    ranges.push({ startLine: range.start.line, endLine: range.end.line, kind });
  }
  return ranges;
}

/** Headline to the last line before the first subheading, or before what is no longer the article. */
function bodySpan(parts: readonly ArticlePart[]): Span | null {
  const first = parts.findIndex((part) => part.kind === 'headline');
  if (first < 0) return null;
  let end = parts[first]!.end;
  for (const part of parts.slice(first + 1)) {
    if (part.kind === 'subheading') break;
    if (part.kind !== 'furniture' && part.kind !== 'label') end = part.end;
  }
  return { start: parts[first]!.start, end };
}
