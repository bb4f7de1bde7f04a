/** Constructed paragraphs, by rule: what is a quote, with which cue, and whose words name the speaker. */
import type { EntityType } from '../../../server/src/analysis/model';

export interface Case {
  readonly rule: string;
  readonly text: string;
  /** The text is a headline; else it follows one. */
  readonly title?: boolean;
  readonly names?: Readonly<Record<string, EntityType>>;
  /** «kind | words | cue | speaker». */
  readonly quotes: readonly string[];
}

export const CASES: Readonly<Record<string, readonly Case[]>> = {
  'verb and subject': [
    {
      rule: 'verb, subject, complementiser',
      text: 'قال وزير الزراعة سامي حداد إن الموسم كان جيداً.',
      names: { 'سامي حداد': 'PER' },
      quotes: ['indirect | الموسم كان جيداً | قال | سامي حداد'],
    },
    {
      rule: "the verb's spelling of the complementiser does not matter",
      text: 'قالت الوزيرة سعاد ناصر ان الميزانية كافية.',
      names: { 'سعاد ناصر': 'PER' },
      quotes: ['indirect | الميزانية كافية | قالت | سعاد ناصر'],
    },
    {
      rule: 'a pronoun on the complementiser stays with the report',
      text: 'وقال سامي حداد بأنه سيترشح.',
      names: { 'سامي حداد': 'PER' },
      quotes: ['indirect | أنه سيترشح | قال | سامي حداد'],
    },
    {
      rule: 'adverbs, times and places between verb and subject',
      text: 'وقالت، أمس الأحد، الشرطة المحلية إن الطريق مغلق.',
      quotes: ['indirect | الطريق مغلق | قالت | الشرطة المحلية'],
    },
    {
      rule: 'an aside between dashes',
      text: 'وقالت الوزارة -في بيان- إن المدارس ستفتح غداً.',
      quotes: ['indirect | المدارس ستفتح غداً | قالت | الوزارة'],
    },
    {
      rule: 'an apposition after the name',
      text: 'وقال سامي حداد، وهو مهندس سابق، إن الجسر متين.',
      names: { 'سامي حداد': 'PER' },
      quotes: ['indirect | الجسر متين | قال | سامي حداد'],
    },
    {
      rule: 'title, organisation and name',
      text: 'وقال وكيل وزارة الصحة سامي حداد إن اللقاح متوفر.',
      names: { 'سامي حداد': 'PER', 'وزارة الصحة': 'ORG' },
      quotes: ['indirect | اللقاح متوفر | قال | سامي حداد'],
    },
    {
      rule: 'abbreviated titles',
      text: 'وقال د. سامي حداد إن اللقاح متوفر.',
      names: { 'سامي حداد': 'PER' },
      quotes: ['indirect | اللقاح متوفر | قال | سامي حداد'],
    },
    {
      rule: 'an organisation speaks',
      text: 'وأكدت وزارة الصحة، في بيان، أن اللقاح متوفر.',
      names: { 'وزارة الصحة': 'ORG' },
      quotes: ['indirect | اللقاح متوفر | أكدت | وزارة الصحة'],
    },
    {
      rule: 'a place stands for its government',
      text: 'ورحبت برلين بالإفراج عن المعتقلين.',
      names: { برلين: 'LOC' },
      quotes: ['indirect | الإفراج عن المعتقلين | رحبت | برلين'],
    },
    {
      rule: 'two places are a group',
      text: 'وأكدت موسكو وبكين أن التعاون مستمر.',
      names: { موسكو: 'LOC', بكين: 'LOC' },
      quotes: ['indirect | التعاون مستمر | أكدت | موسكو وبكين'],
    },
    {
      rule: "a relative's name is not the speaker's",
      text: 'وقالت والدة سامي حداد إن ابنها بخير.',
      names: { 'سامي حداد': 'PER' },
      quotes: ['indirect | ابنها بخير | قالت | والدة سامي حداد'],
    },
    {
      rule: "somebody's lawyer",
      text: 'وقال محامي سامي حداد إن موكله بريء.',
      names: { 'سامي حداد': 'PER' },
      quotes: ['indirect | موكله بريء | قال | محامي سامي حداد'],
    },
    {
      rule: 'a nameless source with its description',
      text: 'وقالت مصادر طبية إن عدد المصابين ارتفع.',
      quotes: ['indirect | عدد المصابين ارتفع | قالت | مصادر طبية'],
    },
    {
      rule: 'a source that asked not to be named',
      text: 'قال مصدر مطلع طلب عدم نشر اسمه إن الصفقة قريبة.',
      quotes: ['indirect | الصفقة قريبة | قال | مصدر مطلع'],
    },
    {
      rule: 'a relative clause of the subject',
      text: 'وقال وزير الداخلية، الذي زار المنطقة أمس، إن الوضع مستقر.',
      quotes: ['indirect | الوضع مستقر | قال | وزير الداخلية'],
    },
    {
      rule: 'a name spelled like a preposition',
      text: 'وأكد علي حداد أن الجسر متين.',
      quotes: ['indirect | الجسر متين | أكد | علي حداد'],
    },
  ],
  'subject before the verb': [
    {
      rule: 'a noun before the verb',
      text: 'الوزير قال إن الميزانية كافية.',
      quotes: ['indirect | الميزانية كافية | قال | الوزير'],
    },
    {
      rule: 'after كان and قد',
      text: 'وكان رئيس البلدية عادل منير قد أعلن أن الحديقة ستفتح قريباً.',
      names: { 'عادل منير': 'PER' },
      quotes: ['indirect | الحديقة ستفتح قريباً | أعلن | عادل منير'],
    },
    {
      rule: 'after لكن',
      text: 'لكن النقابة أكدت أنها لن تشارك في الحوار.',
      quotes: ['indirect | أنها لن تشارك في الحوار | أكدت | النقابة'],
    },
    {
      rule: 'a plural verb after its subject',
      text: 'سكان آخرون قالوا إن المياه مقطوعة.',
      quotes: ['indirect | المياه مقطوعة | قالوا | سكان آخرون'],
    },
    {
      rule: 'a relative pronoun before the verb',
      text: 'وغادر الوزير، الذي قال إن الخطة جاهزة.',
      quotes: ['indirect | الخطة جاهزة | قال | الوزير'],
    },
  ],
  'whom they speak to is not who speaks': [
    {
      rule: 'the press',
      text: 'وقال الوزير للصحفيين إن الميناء أغلق.',
      quotes: ['indirect | الميناء أغلق | قال | الوزير'],
    },
    {
      rule: 'an outlet in marks',
      text: 'قالت المديرة لصحيفة «الأفق» إن الميناء أغلق.',
      names: { الأفق: 'ORG' },
      quotes: ['indirect | الميناء أغلق | قالت | المديرة'],
    },
    {
      rule: 'a bare verb and its addressee',
      text: 'وقال للصحفيين إنه سيترشح.',
      quotes: ['indirect | إنه سيترشح | قال | -'],
    },
    {
      rule: 'the guest of a presenter',
      text: 'وسألت المذيعة ضيفها: «متى تعود؟».',
      quotes: ['direct | متى تعود؟ | سألت | المذيعة'],
    },
    {
      rule: 'the accused',
      text: 'اتهمت المعارضة الحكومة بإخفاء الأرقام.',
      quotes: ['indirect | إخفاء الأرقام | اتهمت | المعارضة'],
    },
    { rule: 'what is described', text: 'وصف النائب القرار بأنه «كارثي».', quotes: ['direct | كارثي | وصف | النائب'] },
    {
      rule: 'those called upon',
      text: 'دعت المنظمة جميع الأطراف إلى وقف القتال فوراً.',
      quotes: ['indirect | وقف القتال فوراً | دعت | المنظمة'],
    },
    {
      rule: 'several speak of one',
      text: 'ويتهم معارضون سامي حداد بالتقصير.',
      names: { 'سامي حداد': 'PER' },
      quotes: ['indirect | التقصير | يتهم | معارضون'],
    },
    {
      rule: 'the noun before a relative pronoun is the object where the verb has its pronoun',
      text: 'وغادر الشاهد الذي اتهمه المدعي بالكذب.',
      quotes: ['indirect | الكذب | اتهمه | المدعي'],
    },
  ],
  transmitters: [
    {
      rule: 'نقلت عن قوله',
      text: 'ونقلت وكالة الساحل عن مسؤول محلي قوله إن المياه عادت إلى الأحياء.',
      names: { 'وكالة الساحل': 'ORG' },
      quotes: ['indirect | المياه عادت إلى الأحياء | نقلت | مسؤول محلي'],
    },
    {
      rule: 'نقلاً عن',
      text: 'ذكرت وكالة الساحل نقلاً عن مسؤول أن الميناء أغلق.',
      names: { 'وكالة الساحل': 'ORG' },
      quotes: ['indirect | الميناء أغلق | ذكرت | مسؤول'],
    },
    {
      rule: 'without عن the agency speaks',
      text: 'وأفادت وكالة الساحل بأن الميناء أغلق.',
      names: { 'وكالة الساحل': 'ORG' },
      quotes: ['indirect | الميناء أغلق | أفادت | وكالة الساحل'],
    },
  ],
  'verbal nouns': [
    {
      rule: 'أعرب عن',
      text: 'وأعرب السفير عن أمله في نجاح المحادثات.',
      quotes: ['indirect | أمله في نجاح المحادثات | أعرب | السفير'],
    },
    {
      rule: 'طالب بـ',
      text: 'وطالب السكان بإصلاح الطريق قبل الشتاء.',
      quotes: ['indirect | إصلاح الطريق قبل الشتاء | طالب | السكان'],
    },
    {
      rule: 'حذر من',
      text: 'وحذرت الهيئة من انهيار الجسر القديم.',
      quotes: ['indirect | انهيار الجسر القديم | حذرت | الهيئة'],
    },
    {
      rule: 'أشاد بـ',
      text: 'أشادت الجمعية بجهود المتطوعين في الحملة.',
      quotes: ['indirect | جهود المتطوعين في الحملة | أشادت | الجمعية'],
    },
    {
      rule: 'شدد على',
      text: 'وشدد النائب على ضرورة محاسبة المقصرين.',
      quotes: ['indirect | ضرورة محاسبة المقصرين | شدد | النائب'],
    },
    { rule: 'شكك في', text: 'وشكك المعارض في نزاهة الاقتراع.', quotes: ['indirect | نزاهة الاقتراع | شكك | المعارض'] },
    {
      rule: 'an object',
      text: 'أعلنت الشركة تعليق رحلاتها إلى الجزيرة.',
      quotes: ['indirect | تعليق رحلاتها إلى الجزيرة | أعلنت | الشركة'],
    },
    {
      rule: 'an object after a named subject',
      text: 'واستنكر سامي حداد إغلاق المدرسة.',
      names: { 'سامي حداد': 'PER' },
      quotes: ['indirect | إغلاق المدرسة | استنكر | سامي حداد'],
    },
    {
      rule: 'a denied thing',
      text: 'ونفت الوزارة صحة الأنباء المتداولة.',
      quotes: ['indirect | صحة الأنباء المتداولة | نفت | الوزارة'],
    },
    {
      rule: 'جدد with a verbal noun of speech',
      text: 'وجدد الوزير دعوته إلى الحوار.',
      quotes: ['indirect | دعوته إلى الحوار | جدد | الوزير'],
    },
    {
      rule: 'an indirect question',
      text: 'وتساءل الكاتب عما إذا كانت الخطة قابلة للتنفيذ.',
      quotes: ['indirect | عما إذا كانت الخطة قابلة للتنفيذ | تساءل | الكاتب'],
    },
    {
      rule: 'nobody in particular',
      text: 'وتم التأكيد على ضرورة احترام المواعيد.',
      quotes: ['indirect | ضرورة احترام المواعيد | تم التأكيد | -'],
    },
    { rule: 'a passive', text: 'قيل إن الملك مريض.', quotes: ['indirect | الملك مريض | قيل | -'] },
    {
      rule: 'a noun with a preposition of its own',
      text: 'وأكد الوزير رداً على سؤال أن الجسر متين.',
      quotes: ['indirect | الجسر متين | أكد | الوزير'],
    },
  ],
  'where a report ends': [
    {
      rule: 'a clause that goes on with وإن',
      text: 'قال المتحدث إن الحوار بدأ وإن الأطراف كلها حاضرة.',
      quotes: ['indirect | الحوار بدأ وإن الأطراف كلها حاضرة | قال | المتحدث'],
    },
    {
      rule: 'a new verb',
      text: 'قال المتحدث إن الحوار بدأ، وأضاف أن الأطراف كلها حاضرة.',
      quotes: ['indirect | الحوار بدأ | قال | المتحدث', 'indirect | الأطراف كلها حاضرة | أضاف | -'],
    },
    {
      rule: 'a participle',
      text: 'واعتبر المحلل أن القرار متأخر، لافتاً إلى أن الأسعار ارتفعت.',
      quotes: ['indirect | القرار متأخر | اعتبر | المحلل', 'indirect | الأسعار ارتفعت | لافتاً | المحلل'],
    },
    {
      rule: 'a participle after another',
      text: 'وقال: "انتهينا"، مضيفاً أن الفريق سيغادر، ومؤكداً أنه لن يعود.',
      quotes: [
        'direct | انتهينا | قال | -',
        'indirect | الفريق سيغادر | مضيفاً | -',
        'indirect | أنه لن يعود | مؤكداً | -',
      ],
    },
    {
      rule: 'فيما and a verb of speech',
      text: 'قالت الشرطة إن الحريق أخمد، فيما أكد شهود أن النيران ما زالت مشتعلة.',
      quotes: ['indirect | الحريق أخمد | قالت | الشرطة', 'indirect | النيران ما زالت مشتعلة | أكد | شهود'],
    },
    {
      rule: 'a source phrase',
      text: 'وقال الوزير إن الميناء أغلق، وفق الوكالة.',
      quotes: ['indirect | الميناء أغلق | قال | الوزير'],
    },
    {
      rule: 'the writer explains',
      text: 'وقال الوزير إن الميناء أغلق، في إشارة إلى الإضراب.',
      quotes: ['indirect | الميناء أغلق | قال | الوزير'],
    },
    {
      rule: 'a verbal noun that goes on is no verb',
      text: 'وشدد الوزير على ضرورة احترام القانون ورفض كل أشكال العنف.',
      quotes: ['indirect | ضرورة احترام القانون ورفض كل أشكال العنف | شدد | الوزير'],
    },
    {
      rule: 'a rule is no source',
      text: 'وقال الوزير إن الشركة، بحسب اتفاقها مع الوزارة، ستسلم المشروع.',
      quotes: ['indirect | الشركة، بحسب اتفاقها مع الوزارة، ستسلم المشروع | قال | الوزير'],
    },
    {
      rule: 'a decimal does not end it',
      text: 'وقال الوزير إن النمو بلغ 3.5 في المئة.',
      quotes: ['indirect | النمو بلغ 3.5 في المئة | قال | الوزير'],
    },
  ],
  'source phrases': [
    {
      rule: 'before',
      text: 'وبحسب تقرير حديث، ارتفع عدد السكان إلى مليونين.',
      quotes: ['indirect | ارتفع عدد السكان إلى مليونين | بحسب | تقرير حديث'],
    },
    {
      rule: 'before, with فإن',
      text: 'ووفقاً لتقرير حديث، فإن عدد السكان ارتفع إلى مليونين.',
      quotes: ['indirect | عدد السكان ارتفع إلى مليونين | وفقاً | تقرير حديث'],
    },
    {
      rule: 'after',
      text: 'وأصيب ثلاثة أشخاص في الحادث، بحسب الشرطة المحلية.',
      quotes: ['indirect | أصيب ثلاثة أشخاص في الحادث | بحسب | الشرطة المحلية'],
    },
    {
      rule: 'after, with a verb',
      text: 'ارتفع عدد السكان إلى مليونين، وفق ما ذكرت صحيفة محلية.',
      quotes: ['indirect | ارتفع عدد السكان إلى مليونين | وفق ما ذكرت | صحيفة محلية'],
    },
    {
      rule: 'كما أكد',
      text: 'ارتفعت أسعار الخضار هذا الشهر، كما أكد وزير التجارة.',
      quotes: ['indirect | ارتفعت أسعار الخضار هذا الشهر | أكد | وزير التجارة'],
    },
  ],
  marks: [
    {
      rule: 'a colon before marks',
      text: 'وقالت رنا صالح: «لن نغادر المدينة».',
      names: { 'رنا صالح': 'PER' },
      quotes: ['direct | لن نغادر المدينة | قالت | رنا صالح'],
    },
    {
      rule: 'words wholly in marks after the complementiser are one direct quote',
      text: 'وأكد المتحدث أن "الجسر سيفتح غداً أمام المركبات".',
      quotes: ['direct | الجسر سيفتح غداً أمام المركبات | أكد | المتحدث'],
    },
    {
      rule: 'a marked fragment inside a report is a quote of its own',
      text: 'وقالت الوزارة إن الوضع "تحت السيطرة" في كل المدن.',
      quotes: ['indirect | الوضع "تحت السيطرة" في كل المدن | قالت | الوزارة', 'direct | تحت السيطرة | قالت | الوزارة'],
    },
    {
      rule: 'marks straight after the verb',
      text: 'وأضاف "سنعود إلى العمل غداً".',
      quotes: ['direct | سنعود إلى العمل غداً | أضاف | -'],
    },
    {
      rule: 'the verb after the marks',
      text: '«لن نقبل بهذا القرار»، قال رئيس الاتحاد.',
      quotes: ['direct | لن نقبل بهذا القرار | قال | رئيس الاتحاد'],
    },
    {
      rule: 'the verb between two pairs of marks',
      text: '«هذا يوم حزين جداً»، يضيف الشاهد، «ولن ننساه أبداً».',
      quotes: ['direct | هذا يوم حزين جداً | يضيف | الشاهد', 'direct | ولن ننساه أبداً | يضيف | الشاهد'],
    },
    {
      rule: 'a participle before marks',
      text: 'وتابع المدرب قائلاً: «لعبنا جيداً».',
      quotes: ['direct | لعبنا جيداً | قائلاً | المدرب'],
    },
    {
      rule: 'curly marks the wrong way round',
      text: 'قال المدرب إن ”الفريق لعب جيداً هذا الموسم“.',
      quotes: ['direct | الفريق لعب جيداً هذا الموسم | قال | المدرب'],
    },
    {
      rule: 'doubled single marks',
      text: "كتب الوزير على صفحته: ''أوفينا بوعدنا للناس''.",
      quotes: ['direct | أوفينا بوعدنا للناس | كتب | الوزير'],
    },
    {
      rule: 'marks never closed',
      text: 'وقال أيضاً: "سنواصل العمل حتى النهاية',
      quotes: ['direct | سنواصل العمل حتى النهاية | قال | -'],
    },
    {
      rule: 'a report inside marks keeps them balanced',
      text: 'وأكد أن «الخطة جاهزة. سنبدأ غداً» في كل المدن.',
      quotes: [
        'indirect | «الخطة جاهزة. سنبدأ غداً» في كل المدن | أكد | -',
        'direct | الخطة جاهزة. سنبدأ غداً | أكد | -',
      ],
    },
    {
      rule: 'a verb of speech inside marks reports nothing of its own',
      text: 'وقال الشاهد: «صرخ الحارس وقال إن المبنى يحترق».',
      quotes: ['direct | صرخ الحارس وقال إن المبنى يحترق | قال | الشاهد'],
    },
    {
      rule: 'marked words on their own after a quote',
      text: 'وقالت رنا صالح إن الوضع «تحت السيطرة».\n«لا داعي للقلق. الطواقم تعمل ليل نهار في كل المواقع».',
      names: { 'رنا صالح': 'PER' },
      quotes: [
        'indirect | الوضع «تحت السيطرة» | قالت | رنا صالح',
        'direct | تحت السيطرة | قالت | رنا صالح',
        'direct | لا داعي للقلق. الطواقم تعمل ليل نهار في كل المواقع | - | -',
      ],
    },
  ],
  'marks that are no speech': [
    { rule: 'a newspaper', text: 'نشرت صحيفة «الأفق» تقريراً عن الجفاف.', names: { الأفق: 'ORG' }, quotes: [] },
    {
      rule: 'a party inside a report',
      text: 'وقال الرئيس إن حزب «النهضة الجديدة» لن يشارك.',
      names: { 'النهضة الجديدة': 'ORG' },
      quotes: ['indirect | حزب «النهضة الجديدة» لن يشارك | قال | الرئيس'],
    },
    { rule: 'a term', text: 'يعرف المشروع باسم «المدينة الخضراء».', quotes: [] },
    { rule: 'a film', text: 'عرض فيلم «الرحيل» في المهرجان.', quotes: [] },
    { rule: 'a number', text: 'استقبلت العيادة " 970 " حالة هذا الأسبوع.', quotes: [] },
  ],
  'verbs that report nothing': [
    { rule: 'أضاف and a goal', text: 'سجل المهاجم هدفين وأضاف زميله هدفاً ثالثاً.', quotes: [] },
    { rule: 'تابع and a match', text: 'تابع الجمهور المباراة من المدرجات.', quotes: [] },
    { rule: 'a thing shows', text: 'وأظهرت الصور أن الجسر انهار.', quotes: [] },
    { rule: 'figures confirm', text: 'وأكدت الأرقام تراجع المبيعات.', quotes: [] },
    {
      rule: 'a study does say',
      text: 'وأظهرت دراسة جديدة أن النوم القليل يضر بالذاكرة.',
      quotes: ['indirect | النوم القليل يضر بالذاكرة | أظهرت | دراسة جديدة'],
    },
    { rule: 'negated', text: 'لم يؤكد المتحدث أن الخبر صحيح.', quotes: [] },
    { rule: 'silence', text: 'رفضت الشركة التعليق على الموضوع.', quotes: [] },
    { rule: "the writer's own formula", text: 'يذكر أن الجسر افتتح قبل عشر سنوات.', quotes: [] },
    { rule: 'expected by nobody', text: 'ومن المتوقع أن تصل الأمطار غداً.', quotes: [] },
    { rule: 'an impersonal present', text: 'ويتوقع أن تصل الأمطار غداً.', quotes: [] },
    { rule: 'a law is no source', text: 'وفق القانون، يحق للموظف أن يعترض.', quotes: [] },
    { rule: 'an age', text: 'وأصيب شاب يبلغ من العمر عشرين عاماً.', quotes: [] },
    { rule: 'was accused', text: 'واتُّهم الموظف بالتزوير.', quotes: [] },
    { rule: 'attention is drawn', text: 'وأصبح اللاعب يلفت الأنظار إلى موهبته.', quotes: [] },
  ],
  headlines: [
    {
      rule: 'a name and a colon',
      text: 'سعاد ناصر: الميزانية كافية لهذا العام',
      title: true,
      names: { 'سعاد ناصر': 'PER' },
      quotes: ['indirect | الميزانية كافية لهذا العام | - | سعاد ناصر'],
    },
    {
      rule: 'a place where something happened',
      text: 'ليبيا: إنقاذ مئة مهاجر من الغرق',
      title: true,
      names: { ليبيا: 'LOC' },
      quotes: [],
    },
    {
      rule: 'a capital that speaks',
      text: 'موسكو: لن نقبل بالشروط الجديدة',
      title: true,
      names: { موسكو: 'LOC' },
      quotes: ['indirect | لن نقبل بالشروط الجديدة | - | موسكو'],
    },
    {
      rule: 'a verb of speech',
      text: 'اليونسكو تدعو إلى حماية الآثار',
      title: true,
      names: { اليونسكو: 'ORG' },
      quotes: ['indirect | حماية الآثار | تدعو | اليونسكو'],
    },
    {
      rule: 'a name and marks',
      text: 'سعاد ناصر "الميزانية كافية ولن نرفع الضرائب"',
      title: true,
      names: { 'سعاد ناصر': 'PER' },
      quotes: ['direct | الميزانية كافية ولن نرفع الضرائب | - | سعاد ناصر'],
    },
  ],
};
