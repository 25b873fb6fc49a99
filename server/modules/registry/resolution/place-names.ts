// Names of one city in several languages, each mapped to one word, so that they compare.

/** Folded single words; the first of a line is the form they are compared by. */
export const PLACE_NAMES = `
munich munchen muenchen monaco-di-baviera мюнхен
cologne koln koeln colonia кельн
nuremberg nurnberg nuernberg norimberga
vienna wien viena wenen вена
prague praha prag praga прага
warsaw warszawa warschau varsovia varsovie варшава
cracow krakow krakau cracovia
wroclaw breslau
gdansk danzig
rome roma
milan milano mailand
naples napoli neapel
florence firenze florenz florencia
venice venezia venedig
turin torino
genoa genova genua
padua padova
geneva geneve genf ginevra geneva
zurich zuerich zurigo
basel basle basilea
bern berne
lucerne luzern
lisbon lisboa lissabon lisbonne
porto oporto
seville sevilla
saragossa zaragoza
brussels bruxelles brussel bruselas
antwerp antwerpen anvers
ghent gent gand
bruges brugge
leuven louvain lovaina
liege luik
hague haag haye
copenhagen kobenhavn kopenhagen
gothenburg goteborg
helsinki helsingfors
turku abo
athens athina athenai αθηνα афины
thessaloniki salonica saloniki θεσσαλονικη
piraeus πειραιας
patras patra πατρα
moscow moskva moskau moskow moscou москва москвы
petersburg peterburg petersbourg петербург
kyiv kiev kiew kyjiv киев київ
kharkiv kharkov харьков харків
lviv lvov lwow lemberg львов львів
odesa odessa одесса одеса
dnipro dnepr днепр дніпро
minsk мінск минск
tbilisi tiflis тбилиси თბილისი
yerevan erevan jerevan ереван երևան
baku baki баку
tashkent toshkent ташкент
samarkand samarqand самарканд
bukhara buxoro бухара
almaty alma-ata алматы
astana nur-sultan астана
bishkek бишкек
dushanbe душанбе
tehran teheran тегеран تهران
isfahan esfahan ispahan اصفهان
mashhad meshed مشهد
shiraz شیراز
tabriz تبریز
qazvin ghazvin قزوین казвин
kermanshah کرمانشاه керманшах
ahvaz ahwaz اهواز
kerman کرمان керман
qom ghom قم кум
karaj کرج
urmia orumiyeh urmieh oroomieh orumieh ارومیه урмия
rasht رشت решт
zahedan زاهدان
hamadan hamedan همدان хамадан
yazd یزد йезд
ardabil ardebil اردبیل
arak اراک
sanandaj سنندج
zanjan زنجان
gorgan گرگان
sari ساری
azad آزاد
bushehr booshehr busher بوشهر
birjand بیرجند
bojnord bojnurd بجنورد
ilam ایلام
semnan سمنان
shahrekord shahr-e-kord شهرکرد
yasuj yasouj یاسوج
kashan کاشان
neyshabur nishapur neyshaboor نیشابور
sabzevar سبزوار
shahrud shahrood شاهرود
dezful دزفول
abadan آبادان
maragheh مراغه
lorestan luristan لرستان
kurdistan kordestan کردستان курдистан
golestan گلستان
gilan guilan گیلان гилян
mazandaran مازندران
khuzestan khouzestan خوزستان
hormozgan هرمزگان
baghdad bagdad بغداد
basra basrah بصره البصره
mosul موصل الموصل
damascus damas دمشق
aleppo halab حلب
beirut beyrouth beirout بیروت
jerusalem yerushalayim القدس ירושלים
telaviv tel-aviv
cairo caire kairo القاهره قاهره
alexandria alexandrie اسکندریه الاسکندریه
algiers alger argel الجزایر
oran wahran وهران
tunis تونس
casablanca الدار-البیضاء
marrakesh marrakech مراکش
fes fez فاس
riyadh ریاض الریاض
jeddah jiddah djeddah جده
mecca makkah مکه
medina madinah المدینه مدینه
istanbul стамбул
ankara анкара
izmir smyrna
bucharest bucuresti bukarest bucarest бухарест
iasi jassy
cluj kolozsvar
belgrade beograd belgrad белград београд
sofia sofiya софия
zagreb agram загреб
budapest budapeszt будапешт
bratislava pressburg pozsony
kosice kassa
brno brunn
vilnius wilno вильнюс
kaunas kowno
riga рига
tallinn таллин
tartu dorpat
bangalore bengaluru
mumbai bombay
kolkata calcutta
chennai madras
pune poona
mysore mysuru
mangalore mangaluru
thiruvananthapuram trivandrum
kochi cochin
varanasi benares banaras
vadodara baroda
puducherry pondicherry
guwahati gauhati
yangon rangoon
beijing peking pekin пекин
nanjing nanking
chongqing chungking
tianjin tientsin
qingdao tsingtao
xiamen amoy
taipei taibei
kaohsiung gaoxiong
hsinchu xinzhu
seoul сеул
busan pusan
daegu taegu
daejeon taejon
incheon inchon
gwangju kwangju
tokyo токио
jakarta djakarta
yogyakarta jogjakarta
makassar ujungpandang
bangkok krungthep
hanoi
dhaka dacca
chittagong chattogram
kabul کابل
karachi کراچی
lahore لاہور لاھور
havana habana
quebec
`
