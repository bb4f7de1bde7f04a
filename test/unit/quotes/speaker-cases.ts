/** Constructed sentences: which words name the speaker, and what the verb reports. */
import type { Case } from './cases';

export const SPEAKER_CASES: Readonly<Record<string, readonly Case[]>> = {
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
    {
      rule: 'a country that the verb does not agree with',
      text: 'ودعا فرنسا إلى وقف الحملة.',
      names: { فرنسا: 'LOC' },
      quotes: ['indirect | وقف الحملة | دعا | -'],
    },
    {
      rule: 'a country that the verb agrees with',
      text: 'ودعت فرنسا إلى وقف الحملة.',
      names: { فرنسا: 'LOC' },
      quotes: ['indirect | وقف الحملة | دعت | فرنسا'],
    },
    {
      rule: 'a feminine noun after a masculine verb',
      text: 'وطالب الحكومة بصرف الرواتب.',
      quotes: ['indirect | صرف الرواتب | طالب | -'],
    },
    {
      rule: 'feminine plurals after a masculine verb',
      text: 'كما وصف العلاقات بين البلدين بأنها «قوية».',
      quotes: ['direct | قوية | وصف | -'],
    },
    { rule: 'an answer', text: 'وأضاف رداً على سؤال آخر أن الجسر متين.', quotes: ['indirect | الجسر متين | أضاف | -'] },
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
};
