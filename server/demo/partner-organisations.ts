// The invented partners of the demo, placed in real cities, with names in several scripts. No institution of these names is meant.

/** How a partnership goes; what was signed and done follows from it. */
export type Mood = 'alive' | 'fading' | 'dormant' | 'at_risk' | 'new' | 'ended' | 'pending'

export interface DemoPartner {
  key: string
  mood: Mood
  /** The language of its own name. */
  own: string
  names: Readonly<Record<string, string>>
  acronyms?: readonly string[]
  aliases?: readonly string[]
  former?: string
  type: 'education' | 'facility' | 'company' | 'government' | 'nonprofit' | 'funder'
  country: string
  city: string
  latitude: number
  longitude: number
  established: number | null
  /** What was signed with it besides the memorandum, see agreement-stories.ts. */
  forms: readonly string[]
}

/** key, mood, type, country, city, latitude, longitude, founded, own language, names, what else was signed, more names. */
type Line = readonly [
  string,
  Mood,
  DemoPartner['type'],
  string,
  string,
  number,
  number,
  number | null,
  string,
  Readonly<Record<string, string>>,
  string,
  { acronyms?: readonly string[]; aliases?: readonly string[]; former?: string }?,
]

// biome-ignore format: one partner a line reads as a table
const lines: readonly Line[] = [
  ['kama-volga', 'alive', 'education', 'RU', 'Kazan', 55.796, 49.106, 1932, 'ru', { ru: 'Камско-Волжский инженерный университет', en: 'Kama-Volga University of Engineering', fa: 'دانشگاه مهندسی کاما ـ ولگا' }, 'previous exchange annex project degree', { acronyms: ['КВИУ', 'KVUE'], former: 'Казанский институт точной механики имени Камы' }],
  ['cryosphere', 'fading', 'facility', 'RU', 'Arkhangelsk', 64.54, 40.543, 1961, 'ru', { ru: 'Северный институт исследований криосферы', en: 'Northern Institute of Cryosphere Research', fa: 'پژوهشگاه شمالی یخ‌سپهر' }, 'project:done technology:pending', { acronyms: ['СИИК'] }],
  ['ural-minerals', 'at_risk', 'education', 'RU', 'Yekaterinburg', 56.838, 60.606, 1919, 'ru', { ru: 'Уральский университет материалов и минералов', en: 'Ural University of Materials and Minerals', fa: 'دانشگاه مواد و کانی‌های اورال' }, 'exchange:broken project previous', { acronyms: ['УУММ', 'UUMM'] }],
  ['oriental-school', 'alive', 'education', 'RU', 'Novosibirsk', 55.03, 82.92, 1994, 'ru', { ru: 'Сибирская школа восточных языков', en: 'Siberian School of Oriental Languages', fa: 'مدرسهٔ زبان‌های شرقی سیبری' }, 'protocol exchange amendment', { acronyms: ['СШВЯ'] }],
  ['neva-optics', 'dormant', 'facility', 'RU', 'Saint Petersburg', 59.939, 30.316, 1948, 'ru', { ru: 'Невский институт оптических приборов', en: 'Neva Institute of Optical Instruments', fa: 'مؤسسهٔ ابزارهای نوری نوا' }, 'technology:withdrawn intent:expired', { acronyms: ['НИОП'] }],
  ['alatau', 'alive', 'education', 'KZ', 'Almaty', 43.238, 76.889, 1976, 'kk', { kk: 'Алатау Жер ғылымдары университеті', ru: 'Алатауский университет наук о Земле', en: 'Alatau University of Earth Sciences', fa: 'دانشگاه علوم زمین آلاتائو' }, 'exchange annex recognition', { acronyms: ['AUES'] }],
  ['tulpar', 'new', 'company', 'KZ', 'Karaganda', 49.806, 73.085, 2014, 'ru', { ru: 'Инновационный парк «Тулпар»', en: 'Tulpar Innovation Park', fa: 'پارک نوآوری تولپار' }, 'technology:signature'],
  ['registan', 'fading', 'education', 'UZ', 'Samarkand', 39.654, 66.959, 1958, 'uz', { uz: 'Registon gumanitar fanlar universiteti', ru: 'Регистанский гуманитарный университет', en: 'Registan University of the Humanities', fa: 'دانشگاه علوم انسانی ریگستان' }, 'exchange protocol:expired', { aliases: ['Registon universiteti'] }],
  ['zarafshan', 'at_risk', 'facility', 'UZ', 'Bukhara', 39.768, 64.455, 1969, 'uz', { uz: 'Zarafshon suv va sug‘orish instituti', ru: 'Зарафшанский институт водных ресурсов и орошения', en: 'Zarafshan Institute of Water and Irrigation', fa: 'مؤسسهٔ آب و آبیاری زرافشان' }, 'project annex'],
  ['hisor', 'alive', 'education', 'TJ', 'Dushanbe', 38.56, 68.774, 1991, 'tg', { tg: 'Донишгоҳи забонҳо ва адабиёти Ҳисор', ru: 'Гиссарский университет языков и литературы', en: 'Hisor University of Languages and Letters', fa: 'دانشگاه زبان و ادبیات حصار' }, 'protocol exchange recognition'],
  ['pamir', 'dormant', 'facility', 'TJ', 'Khorog', 37.489, 71.553, 1985, 'tg', { tg: 'Расадхонаи экологияи кӯҳии Помир', ru: 'Памирская обсерватория горной экологии', en: 'Pamir Observatory of Mountain Ecology', fa: 'رصدخانهٔ بوم‌شناسی کوهستان پامیر' }, 'intent:expired'],
  ['masis', 'alive', 'education', 'AM', 'Yerevan', 40.177, 44.513, 1989, 'hy', { hy: 'Մասիսի ճարտարապետության և ժառանգության համալսարան', ru: 'Масисский университет архитектуры и наследия', en: 'Masis University of Architecture and Heritage', fa: 'دانشگاه معماری و میراث ماسیس' }, 'exchange degree project:done'],
  ['gavar', 'dormant', 'facility', 'AM', 'Gavar', 40.359, 45.127, 1972, 'hy', { hy: 'Գավառի լճագիտական կայան', ru: 'Гаварская лимнологическая станция', en: 'Gavar Limnological Station', fa: 'ایستگاه دریاچه‌شناسی گاوار' }, ''],
  ['menderes', 'alive', 'education', 'TR', 'Aydın', 37.848, 27.845, 1992, 'tr', { tr: 'Menderes Vadisi Üniversitesi', en: 'Menderes Valley University', fa: 'دانشگاه درهٔ مندرس', ru: 'Университет долины Мендерес' }, 'exchange annex previous', { acronyms: ['MVÜ'] }],
  ['kutahya-ceramics', 'fading', 'facility', 'TR', 'Kütahya', 39.419, 29.985, 1987, 'tr', { tr: 'Anadolu Çini ve Seramik Araştırma Merkezi', en: 'Anatolian Centre for Tile and Ceramic Research', fa: 'مرکز پژوهش کاشی و سرامیک آناتولی', ru: 'Анатолийский центр исследований керамики' }, 'project:done'],
  ['toros', 'pending', 'company', 'TR', 'Mersin', 36.812, 34.641, 2008, 'tr', { tr: 'Toros Teknoloji Transfer A.Ş.', en: 'Toros Technology Transfer', fa: 'شرکت انتقال فناوری توروس', ru: 'Компания трансфера технологий «Торос»' }, 'technology:diligence'],
  ['sahyadri', 'alive', 'education', 'IN', 'Pune', 18.52, 73.857, 1983, 'en', { en: 'Sahyadri Hills Institute of Advanced Computing', hi: 'सह्याद्रि उन्नत संगणन संस्थान', fa: 'مؤسسهٔ رایانش پیشرفتهٔ سهیادری', ru: 'Сахьядрийский институт передовых вычислений' }, 'exchange project degree:review', { acronyms: ['SHIAC'] }],
  ['coromandel', 'fading', 'education', 'IN', 'Visakhapatnam', 17.687, 83.218, 1970, 'en', { en: 'Coromandel University of Marine Sciences', fa: 'دانشگاه علوم دریایی کوروماندل', ru: 'Коромандельский университет морских наук' }, 'exchange', { acronyms: ['CUMS'] }],
  ['deccan-fund', 'pending', 'funder', 'IN', 'Hyderabad', 17.385, 78.487, 2001, 'en', { en: 'Deccan Foundation for Joint Research', fa: 'بنیاد پژوهش مشترک دکن', ru: 'Деканский фонд совместных исследований' }, 'project:clearance'],
  ['weihe', 'alive', 'education', 'CN', 'Xi’an', 34.341, 108.94, 1952, 'zh', { zh: '渭河理工大学', en: 'Weihe River University of Technology', fa: 'دانشگاه صنعتی رود وی‌هه', ru: 'Технологический университет реки Вэйхэ' }, 'exchange project annex previous network', { acronyms: ['WRUT'], aliases: ['渭河理工'] }],
  ['lingnan-micro', 'at_risk', 'facility', 'CN', 'Zhuhai', 22.271, 113.577, 2003, 'zh', { zh: '岭南湾微电子研究院', en: 'Lingnan Bay Institute of Microelectronics', fa: 'پژوهشگاه ریزالکترونیک خلیج لینگنان', ru: 'Институт микроэлектроники залива Линнань' }, 'technology project:broken'],
  ['qilian', 'dormant', 'facility', 'CN', 'Lanzhou', 36.061, 103.834, 1978, 'zh', { zh: '祁连山生态研究所', en: 'Qilian Mountains Ecology Institute', fa: 'مؤسسهٔ بوم‌شناسی کوه‌های چیلیان', ru: 'Институт экологии гор Цилянь' }, 'project:expired'],
  ['araucarias', 'alive', 'education', 'BR', 'Curitiba', -25.428, -49.273, 1966, 'pt', { pt: 'Universidade do Vale das Araucárias', en: 'University of the Araucaria Valley', fa: 'دانشگاه درهٔ آروکاریا', ru: 'Университет долины Араукарий' }, 'exchange project', { acronyms: ['UVA-PR'] }],
  ['dunas', 'new', 'facility', 'BR', 'Natal', -5.795, -35.209, 2011, 'pt', { pt: 'Instituto Dunas de Energia Eólica', en: 'Dunas Institute of Wind Energy', fa: 'مؤسسهٔ انرژی بادی دوناس', ru: 'Институт ветровой энергии «Дунас»' }, 'project:new'],
  ['ipe-fund', 'ended', 'funder', 'BR', 'Belo Horizonte', -19.917, -43.934, 1997, 'pt', { pt: 'Fundação Ipê de Amparo à Pesquisa', en: 'Ipê Foundation for Research', fa: 'بنیاد پژوهشی ایپه', ru: 'Исследовательский фонд «Ипе»' }, 'project:expired'],
  ['amatola', 'fading', 'education', 'ZA', 'East London', -33.015, 27.911, 1974, 'en', { en: 'University of the Amatola Coast', fa: 'دانشگاه ساحل آماتولا', ru: 'Университет побережья Аматола' }, 'exchange:suspended annex:expired'],
  ['karoo', 'alive', 'facility', 'ZA', 'Kimberley', -28.741, 24.772, 1999, 'en', { en: 'Karoo Dark Sky Institute', fa: 'مؤسسهٔ آسمان تاریک کارو', ru: 'Институт тёмного неба Кару' }, 'project technology:declined'],
  ['muldental', 'alive', 'education', 'DE', 'Zwickau', 50.718, 12.492, 1897, 'de', { de: 'Technische Hochschule Muldental', en: 'Muldental University of Applied Sciences', fa: 'دانشگاه علوم کاربردی مولدنتال', ru: 'Высшая техническая школа Мульденталь' }, 'exchange project annex previous protocol', { acronyms: ['THM-Z'], aliases: ['TH Muldental'] }],
  ['leinefeld', 'at_risk', 'facility', 'DE', 'Göttingen', 51.541, 9.916, 1955, 'de', { de: 'Leinefeld-Institut für Werkstoffforschung', en: 'Leinefeld Institute for Materials Research', fa: 'مؤسسهٔ پژوهش مواد لاینه‌فلد', ru: 'Институт материаловедения Лейнефельд' }, 'project technology:expired'],
  ['elbufer', 'dormant', 'nonprofit', 'DE', 'Dresden', 51.05, 13.738, 2005, 'de', { de: 'Akademie für Wissenschaftsdiplomatie am Elbufer', en: 'Elbufer Academy of Science Diplomacy', fa: 'آکادمی دیپلماسی علم البوفر', ru: 'Академия научной дипломатии «Эльбуфер»' }, 'treaty'],
  ['val-serena', 'alive', 'education', 'IT', 'Parma', 44.801, 10.328, 1502, 'it', { it: 'Università degli Studi della Val Serena', en: 'University of Val Serena', fa: 'دانشگاه وال سرنا', ru: 'Университет Валь-Серена' }, 'exchange degree annex', { acronyms: ['UNIVS'] }],
  ['adriatic-sea', 'at_risk', 'facility', 'IT', 'Ancona', 43.616, 13.519, 1981, 'it', { it: 'Istituto Adriatico di Scienze del Mare e delle Coste', en: 'Adriatic Institute of Marine and Coastal Sciences', fa: 'مؤسسهٔ علوم دریا و ساحل آدریاتیک', ru: 'Адриатический институт морских и прибрежных наук' }, 'project'],
  ['ravenna-mosaic', 'ended', 'nonprofit', 'IT', 'Ravenna', 44.417, 12.2, 1964, 'it', { it: 'Scuola del Mosaico e del Restauro di Ravenna', en: 'Ravenna School of Mosaic and Restoration', fa: 'مدرسهٔ موزاییک و مرمت راونا', ru: 'Равеннская школа мозаики и реставрации' }, 'exchange:expired'],
  ['vega-alta', 'fading', 'education', 'ES', 'Granada', 37.178, -3.599, 1531, 'es', { es: 'Universidad de la Vega Alta', en: 'University of Vega Alta', fa: 'دانشگاه وگا آلتا', ru: 'Университет Вега-Альта' }, 'exchange', { acronyms: ['UVEGA'] }],
  ['olive-centre', 'dormant', 'facility', 'ES', 'Jaén', 37.78, -3.785, 1993, 'es', { es: 'Centro Mediterráneo del Olivo y del Aceite', en: 'Mediterranean Olive and Oil Centre', fa: 'مرکز زیتون و روغن مدیترانه', ru: 'Средиземноморский центр оливы и масла' }, 'intent:never'],
  ['fruska-gora', 'alive', 'education', 'RS', 'Novi Sad', 45.255, 19.845, 1960, 'sr', { sr: 'Универзитет „Фрушка гора“', en: 'Fruška Gora University', fa: 'دانشگاه فروشکا گورا', ru: 'Университет «Фрушка-Гора»' }, 'exchange project:renewing'],
  ['nisava', 'pending', 'education', 'RS', 'Niš', 43.321, 21.896, 2007, 'sr', { sr: 'Академија примењених наука Нишава', en: 'Nišava Academy of Applied Sciences', fa: 'آکادمی علوم کاربردی نیشاوا', ru: 'Академия прикладных наук «Нишава»' }, 'exchange:drafting'],
  ['al-hajar', 'at_risk', 'education', 'OM', 'Nizwa', 22.933, 57.53, 2004, 'ar', { ar: 'جامعة الحجر للعلوم التطبيقية', en: 'Al Hajar University of Applied Sciences', fa: 'دانشگاه علوم کاربردی الحجر', ru: 'Университет прикладных наук Эль-Хаджар' }, 'exchange recognition:oneside', { acronyms: ['HUAS'] }],
  ['muttrah', 'dormant', 'nonprofit', 'OM', 'Muscat', 23.588, 58.383, 2010, 'ar', { ar: 'مركز مطرح للتراث البحري', en: 'Muttrah Centre for Maritime Heritage', fa: 'مرکز میراث دریایی مطرح', ru: 'Центр морского наследия Матрах' }, 'exchange:terminated'],
  ['kinabalu', 'new', 'education', 'MY', 'Kota Kinabalu', 5.98, 116.073, 1998, 'ms', { ms: 'Universiti Teknologi Lereng Kinabalu', en: 'Kinabalu Slopes University of Technology', fa: 'دانشگاه صنعتی دامنه‌های کینابالو', ru: 'Технологический университет склонов Кинабалу' }, 'exchange:new', { acronyms: ['UTLK'] }],
  ['straits-food', 'ended', 'facility', 'MY', 'George Town', 5.414, 100.329, 1995, 'ms', { ms: 'Institut Sains Makanan Selat', en: 'Straits Institute of Food Science', fa: 'مؤسسهٔ علوم غذایی تنگه', ru: 'Институт пищевых наук «Проливы»' }, 'technology:expired'],
]

export const partners: readonly DemoPartner[] = lines.map(
  ([key, mood, type, country, city, latitude, longitude, established, own, names, forms, more]) => ({
    ...{ key, mood, type, country, city, latitude, longitude, established, own, names, ...more },
    forms: forms.split(' ').filter(Boolean),
  }),
)

/** The web domain of a partner; `.example` never belongs to anybody (RFC 2606). */
export const domainOf = (partner: Pick<DemoPartner, 'key'>): string => `${partner.key}.example`
