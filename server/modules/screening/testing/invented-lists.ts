// Files in the formats that lists are published in, with invented names only.

export const unList = `<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" dateGenerated="2026-11-02T00:00:00">
  <INDIVIDUALS>
    <INDIVIDUAL>
      <DATAID>6908001</DATAID><VERSIONNUM>1</VERSIONNUM>
      <FIRST_NAME>IVAN</FIRST_NAME><SECOND_NAME>SERGEEVICH</SECOND_NAME><THIRD_NAME>ZARYANOV</THIRD_NAME>
      <UN_LIST_TYPE>Testland</UN_LIST_TYPE><REFERENCE_NUMBER>TLi.001</REFERENCE_NUMBER>
      <NAME_ORIGINAL_SCRIPT>Зарянов Иван Сергеевич</NAME_ORIGINAL_SCRIPT>
      <NATIONALITY><VALUE>Kazakhstan</VALUE></NATIONALITY>
      <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Iwan Sarjanow</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1970-05-01</DATE></INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1968</FROM_YEAR><TO_YEAR>1972</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>N1234567</NUMBER></INDIVIDUAL_DOCUMENT>
      <COMMENTS1>Invented &amp; for tests.</COMMENTS1>
    </INDIVIDUAL>
  </INDIVIDUALS>
  <ENTITIES>
    <ENTITY>
      <DATAID>6908002</DATAID><FIRST_NAME>CORVAN TRADING COMPANY</FIRST_NAME><REFERENCE_NUMBER>TLe.001</REFERENCE_NUMBER>
      <ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>Корван Трейдинг</ALIAS_NAME></ENTITY_ALIAS>
      <ENTITY_ADDRESS><COUNTRY>Iran (Islamic Republic of)</COUNTRY></ENTITY_ADDRESS>
    </ENTITY>
    <ENTITY><DATAID>6908003</DATAID></ENTITY>
  </ENTITIES>
</CONSOLIDATED_LIST>`

export const euXml = `<?xml version="1.0" encoding="UTF-8"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-11-03T10:00:00.000+01:00" globalFileId="1">
  <sanctionEntity euReferenceNumber="EU.1.1" logicalId="13">
    <remark>Invented.</remark>
    <regulation programme="TST" regulationType="regulation"/>
    <subjectType code="person" classificationCode="P"/>
    <nameAlias firstName="Mohammadreza" lastName="Sharvini" wholeName="Mohammadreza Sharvini" strong="true"/>
    <nameAlias wholeName="محمدرضا شروینی" strong="true"/>
    <citizenship countryIso2Code="IR"/>
    <birthdate birthdate="1981-02-03" year="1981" countryIso2Code="00"/>
    <identification number="A 778-899" identificationTypeCode="passport" countryIso2Code="IR"/>
  </sanctionEntity>
  <sanctionEntity euReferenceNumber="EU.1.2" logicalId="14">
    <subjectType code="enterprise" classificationCode="E"/>
    <nameAlias wholeName="Aldora Institute of Propulsion"/>
    <address countryIso2Code="00" city="Aldor"/>
  </sanctionEntity>
</export>`

export const euCsv = `\ufefffileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_Remark;Entity_SubjectType;Entity_SubjectType_ClassificationCode;Entity_Regulation_Programme;NameAlias_LastName;NameAlias_FirstName;NameAlias_MiddleName;NameAlias_WholeName;Address_CountryIso2Code;BirthDate_BirthDate;BirthDate_Year;Identification_Number;Citizenship_CountryIso2Code
05/11/2026;13;EU.1.1;"Invented; with a ""quote""";P;person;TST;Sharvini;Mohammadreza;;Mohammadreza Sharvini;;;;;
05/11/2026;13;EU.1.1;;P;person;TST;;;;محمدرضا شروینی;;1981-02-03;;;
05/11/2026;13;EU.1.1;;P;person;TST;;;;;;;;A 778-899;IR
05/11/2026;14;EU.1.2;;E;enterprise;TST;;;;Aldora Institute of Propulsion;00;;;;
`

export const ofacXml = `<?xml version="1.0" standalone="yes"?>
<sdnList xmlns="https://sanctionslistservice.example/XML">
  <publshInformation><Publish_Date>11/04/2026</Publish_Date><Record_Count>2</Record_Count></publshInformation>
  <sdnEntry><uid>301</uid><firstName>Ivan Sergeevich</firstName><lastName>ZARYANOV</lastName><sdnType>Individual</sdnType>
    <programList><program>TST</program></programList>
    <akaList><aka><uid>1</uid><type>a.k.a.</type><category>strong</category><lastName>SARJANOW</lastName><firstName>Iwan</firstName></aka></akaList>
    <idList><id><uid>2</uid><idType>Passport</idType><idNumber>N1234567</idNumber><idCountry>Kazakhstan</idCountry></id></idList>
    <nationalityList><nationality><uid>3</uid><country>Kazakhstan</country></nationality></nationalityList>
    <dateOfBirthList><dateOfBirthItem><uid>4</uid><dateOfBirth>01 May 1970</dateOfBirth></dateOfBirthItem></dateOfBirthList>
  </sdnEntry>
  <sdnEntry><uid>302</uid><lastName>GREY HERON</lastName><sdnType>Vessel</sdnType></sdnEntry>
</sdnList>`

export const ofacCsv = `301,"ZARYANOV, Ivan Sergeevich","individual","TST] [TWO",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 01 May 1970; nationality Kazakhstan; Passport N1234567 (Kazakhstan); a.k.a. 'SARJANOW, Iwan'."
302,"CORVAN TRADING COMPANY",-0- ,"TST",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-
\u001a
`

export const openSanctionsCsv = `"id","schema","name","aliases","birth_date","countries","addresses","identifiers","sanctions","phones","emails","program_ids","dataset","first_seen","last_seen","last_change"
"NK-1","Person","Ivan Zaryanov","Иван Зарянов;Iwan Sarjanow","1970-05-01","kz","","N1234567","Invented","","","TST","Test list","2026-01-01","2026-11-01","2026-01-01"
"NK-2","Company","Corvan Trading","","","ir;ru","","","","","","","Test list","","",""
`

export const ownJson = `[{"ref":"a","who":{"full":"Ivan Zaryanov","also":["Иван Зарянов"]},"born":[1970],"type":"person"},{"ref":"b","who":{}}, {"ref":"c","who":{"full":"Corvan"}}]`

/** A simple CSV list of any names, for tests that need another version each time. */
export const simpleList = (
  entries: readonly {
    id: string
    schema?: string
    name: string
    aliases?: string
    born?: string
    countries?: string
  }[],
): string =>
  [
    'id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,dataset,first_seen,last_seen,last_change',
    ...entries.map(one =>
      [one.id, one.schema ?? 'Person', one.name, one.aliases ?? '', one.born ?? '', one.countries ?? '']
        .map(cell => `"${cell}"`)
        .join(','),
    ),
  ].join('\n')
