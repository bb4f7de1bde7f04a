/** Constructed sentences: where a report ends, source phrases, marks, headlines, and what is no quote. */
import type { Case } from './cases';

export const SPAN_CASES: Readonly<Record<string, readonly Case[]>> = {
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
    { rule: 'negated, with a conjunction', text: 'ولم يذكر البيان أن الخبر صحيح.', quotes: [] },
    { rule: 'a verbal noun spelled like a verb', text: 'ويأتي طلب النيابة محاكمة المتهمين بعد عام.', quotes: [] },
    {
      rule: 'a week that saw something',
      text: 'وكان هذا أسبوعاً شهد تجاوز عدد القتلى في المعارك حاجز المئة بعد غارة قال الناس بأنها عنيفة.',
      quotes: ['indirect | أنها عنيفة | قال | الناس'],
    },
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
