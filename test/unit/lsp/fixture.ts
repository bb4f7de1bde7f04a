/** An invented article with an analysis made by hand, so that the features are tested without the rooms behind them. */
import type {
  Actor,
  Analysis,
  ArticlePart,
  DateExpression,
  Entity,
  EntityType,
  PartKind,
  Quote,
  TextSpan,
} from '../../../server/src/analysis/model';
import { createArticleView, type ArticleView } from '../../../server/src/lsp/article-view';

export const URI = 'file:///news/school.khabar';

export const TEXT = [
  '---',
  'source: نشرة الضفة',
  '---',
  'سالم الكرمي يفتتح مدرسة في عمّان',
  '',
  'قال وزير التربية سالم الكرمي أمس إن المدرسة «هدية لأهل عمّان».',
  '',
  'أين المال',
  '',
  'وأضاف: «سنبني غيرها',
  'قريبا». وأكدت هيئة البناء، وفق ما نقله الكرمي، أن العمل بدأ الأربعاء 12 شباط.',
  'وشكر الوزير عمّان وأهلها.',
  '',
  'شارك هذا الخبر',
].join('\n');

/** The nth place where the words stand. */
export function at(words: string, nth = 1, text = TEXT): TextSpan {
  let start = -1;
  for (let i = 0; i < nth; i++) {
    start = text.indexOf(words, start + 1);
    if (start < 0) throw new Error(`«${words}» stands there fewer than ${nth} times`);
  }
  return { start, end: start + words.length, text: words };
}

function entity(id: string, type: EntityType, actor: string | null, span: TextSpan): Entity {
  return { id, type, actor, ...span, confidence: 0.9, why: ['gazetteer'] };
}

function part(kind: PartKind, from: string, to = from): ArticlePart {
  const start = at(from).start;
  return { kind, start, end: TEXT.indexOf(to, start) + to.length };
}

const ENTITIES: readonly Entity[] = [
  entity('e1', 'PER', 'a1', at('سالم الكرمي')),
  entity('e2', 'LOC', 'a2', at('عمّان')),
  entity('e3', 'PER', 'a1', at('سالم الكرمي', 2)),
  entity('e4', 'LOC', 'a2', at('عمّان', 2)),
  entity('e5', 'ORG', 'a3', at('هيئة البناء')),
  entity('e6', 'PER', 'a1', { ...at('نقله الكرمي'), start: at('نقله الكرمي').start + 5, text: 'الكرمي' }),
  entity('e7', 'LOC', 'a2', at('عمّان', 3)),
];

const DATES: readonly DateExpression[] = [
  { ...at('أمس'), type: 'DATE', value: 'XXXX-XX-XX', mod: null, problem: { code: 'no-reference' } },
  { ...at('الأربعاء 12 شباط'), type: 'DATE', value: 'XXXX-02-12', mod: null, choices: ['2014-02-12', '2020-02-12'] },
];

const said = at('المدرسة «هدية لأهل عمّان»');
const QUOTES: readonly Quote[] = [
  {
    id: 'q1',
    ...said,
    kind: 'indirect',
    cue: at('قال'),
    speaker: at('وزير التربية سالم الكرمي'),
    speakerActor: 'a1',
    confidence: 0.87,
    why: ['vso'],
  },
  {
    id: 'q2',
    ...at('هدية لأهل عمّان'),
    kind: 'direct',
    cue: at('قال'),
    speaker: at('وزير التربية سالم الكرمي'),
    speakerActor: 'a1',
  },
  { id: 'q3', ...at('سنبني غيرها\nقريبا'), kind: 'direct', cue: at('أضاف'), speaker: null, speakerActor: 'a1' },
  {
    id: 'q4',
    ...at('العمل بدأ الأربعاء 12 شباط'),
    kind: 'indirect',
    cue: at('أكدت'),
    speaker: at('هيئة البناء'),
    speakerActor: 'a3',
  },
];

const ACTORS: readonly Actor[] = [
  { id: 'a1', name: 'سالم الكرمي', type: 'PER', roles: ['وزير التربية', 'الوزير'], country: 'JO' },
  { id: 'a2', name: 'عمّان', type: 'LOC', roles: [] },
  { id: 'a3', name: 'هيئة البناء', type: 'ORG', roles: [] },
];

export const ANALYSIS: Analysis = {
  version: '1',
  reference: null,
  entities: ENTITIES,
  dates: DATES,
  quotes: QUOTES,
  actors: ACTORS,
  parts: [
    part('frontMatter', '---', 'الضفة\n---'),
    part('headline', 'سالم الكرمي يفتتح مدرسة في عمّان'),
    part('paragraph', 'قال وزير', '».'),
    part('subheading', 'أين المال'),
    part('paragraph', 'وأضاف', 'شباط.'),
    part('paragraph', 'وشكر', 'وأهلها.'),
    part('furniture', 'شارك هذا الخبر'),
  ],
  warnings: [],
};

export function view(changes: Partial<Analysis> = {}, text = TEXT, uri = URI): ArticleView {
  return createArticleView(uri, 'arabic-news', 1, text, { ...ANALYSIS, ...changes });
}

export const EMPTY: Analysis = {
  version: '1',
  reference: null,
  entities: [],
  dates: [],
  quotes: [],
  actors: [],
  parts: [],
  warnings: [],
};

/** The text without the isolates that direct it. */
export function plain(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, '');
}
