// The sentences a person gets about a file: refusals say what to do, notices say what was done with odd content.

/** Codes of `ReadingError`: the whole file was refused. */
export const readingErrorTerms = {
  empty_file: /*i18n*/ {
    id: 'imports.reading.empty_file',
    message:
      'The file is empty. Open it in your spreadsheet program, check that the list is in it, save it and try again.',
  },
  no_cells: /*i18n*/ {
    id: 'imports.reading.no_cells',
    message: 'The file has no filled cells. Check that you chose the right file and that the list is saved in it.',
  },
  file_not_found: /*i18n*/ {
    id: 'imports.reading.file_not_found',
    message: 'The file {name} cannot be opened. Check the name and that you may read it.',
  },
  file_too_large: /*i18n*/ {
    id: 'imports.reading.file_too_large',
    message:
      'The file has {megabytes, number} MB; at most {limit, number} MB can be read. Remove pictures and sheets that are not needed, or split the list into several files.',
  },
  unzipped_too_large: /*i18n*/ {
    id: 'imports.reading.unzipped_too_large',
    message:
      'Unpacked, the workbook is larger than {limit, number} MB. Copy the list into a new workbook without formatting of empty rows and columns, or save the sheet as CSV.',
  },
  suspicious_compression: /*i18n*/ {
    id: 'imports.reading.suspicious_compression',
    message:
      'The workbook unpacks to more than {ratio, number} times its size, as harmful files do, so it was not read. Open it in your spreadsheet program and save the sheet as CSV.',
  },
  too_many_parts: /*i18n*/ {
    id: 'imports.reading.too_many_parts',
    message:
      'The workbook consists of {count, number} parts; at most {limit, number} can be read. Copy the list into a new workbook.',
  },
  too_many_rows: /*i18n*/ {
    id: 'imports.reading.too_many_rows',
    message:
      '{table}: there are more than {limit, number} filled rows. Split the list into several files and import them one after the other.',
  },
  too_many_cells: /*i18n*/ {
    id: 'imports.reading.too_many_cells',
    message:
      '{table}: there are more than {limit, number} cells up to row {row, number}. Delete columns that are not needed, or split the list into several files.',
  },
  too_much_text: /*i18n*/ {
    id: 'imports.reading.too_much_text',
    message: '{table}: the cells hold more than {limit, number} characters of text. Split the list into several files.',
  },
  cell_too_long: /*i18n*/ {
    id: 'imports.reading.cell_too_long',
    message:
      '{table}, row {row, number}, column {column}: the cell holds more than {limit, number} characters. Shorten it, or check that quotation marks in the file are closed.',
  },
  too_many_sheets: /*i18n*/ {
    id: 'imports.reading.too_many_sheets',
    message:
      'The workbook has {count, number} sheets; at most {limit, number} can be read. Save the needed ones as a new workbook.',
  },
  cut_off: /*i18n*/ {
    id: 'imports.reading.cut_off',
    message:
      'The end of the file is missing, as after an interrupted upload or copy. Upload it again from the original.',
  },
  damaged: /*i18n*/ {
    id: 'imports.reading.damaged',
    message:
      'The file is damaged ({part}). Open it in your spreadsheet program, let it repair the file, save it under a new name and try again.',
  },
  hostile_xml: /*i18n*/ {
    id: 'imports.reading.hostile_xml',
    message:
      'The workbook contains a document type declaration ({part}), which no spreadsheet program writes and harmful files use, so it was not read. Open it in your spreadsheet program and save it under a new name.',
  },
  password_protected: /*i18n*/ {
    id: 'imports.reading.password_protected',
    message:
      'The file is protected by a password. Open it in your spreadsheet program, remove the password (File, Info, Protect Workbook, Encrypt with Password), save it and try again.',
  },
  old_excel: /*i18n*/ {
    id: 'imports.reading.old_excel',
    message:
      'This is an old Excel file (.xls). Open it in Excel or LibreOffice, choose Save as, Excel Workbook (.xlsx), and try again.',
  },
  binary_excel: /*i18n*/ {
    id: 'imports.reading.binary_excel',
    message:
      'This is a binary Excel file (.xlsb). Open it in Excel, choose Save as, Excel Workbook (.xlsx), and try again.',
  },
  xml_spreadsheet: /*i18n*/ {
    id: 'imports.reading.xml_spreadsheet',
    message:
      'This is an XML spreadsheet of 2003. Open it in Excel or LibreOffice, choose Save as, Excel Workbook (.xlsx), and try again.',
  },
  open_document: /*i18n*/ {
    id: 'imports.reading.open_document',
    message:
      'This is an OpenDocument spreadsheet (.ods). Open it in LibreOffice, choose Save as, Excel 2007-365 (.xlsx), and try again.',
  },
  apple_numbers: /*i18n*/ {
    id: 'imports.reading.apple_numbers',
    message: 'This is an Apple Numbers file. In Numbers choose File, Export to, Excel (.xlsx), and try again.',
  },
  google_shortcut: /*i18n*/ {
    id: 'imports.reading.google_shortcut',
    message:
      'This is only a shortcut to a Google sheet. Open the sheet in the browser, choose File, Download, Microsoft Excel (.xlsx), and try again.',
  },
  lock_file: /*i18n*/ {
    id: 'imports.reading.lock_file',
    message:
      'This is the small lock file that Excel keeps while a workbook is open. Choose the workbook itself (the name without ~$).',
  },
  packed_archive: /*i18n*/ {
    id: 'imports.reading.packed_archive',
    message: 'This is a packed archive ({kind}). Unpack it and choose the spreadsheet inside.',
  },
  not_a_table: /*i18n*/ {
    id: 'imports.reading.not_a_table',
    message:
      'This is {kind, select, picture {a picture} film {a film} sound {a sound recording} document {a document} presentation {a presentation} message {an e-mail message} database {a database} program {a program} page {a web page} other {another kind of file}} ({format}), not a table. Save the list as an Excel workbook (.xlsx) or as CSV and try again.',
  },
  unknown_content: /*i18n*/ {
    id: 'imports.reading.unknown_content',
    message:
      'The content of the file is not known: it is neither a workbook nor text. Save the list as an Excel workbook (.xlsx) or as CSV and try again.',
  },
  no_html_table: /*i18n*/ {
    id: 'imports.reading.no_html_table',
    message: 'This is a web page without a table. Save the list as an Excel workbook (.xlsx) or as CSV and try again.',
  },
  no_worksheet: /*i18n*/ {
    id: 'imports.reading.no_worksheet',
    message: 'The workbook has no sheet with cells (only charts or macros). Choose the workbook that holds the list.',
  },
  json_broken: /*i18n*/ {
    id: 'imports.reading.json_broken',
    message:
      'The JSON cannot be read at line {line, number}, column {column, number}. Correct it there, or export it again.',
  },
  json_not_records: /*i18n*/ {
    id: 'imports.reading.json_not_records',
    message: 'The JSON holds no list of records. Give an array of objects, such as [{example}].',
  },
  unknown_encoding: /*i18n*/ {
    id: 'imports.reading.unknown_encoding',
    message: 'The encoding {encoding} is not known. Leave it to be found, or save the file as UTF-8.',
  },
} as const

/** Codes of `ReadingNotice`: the file was read. `rows` lists the first row numbers, `count` tells how many places there are. */
export const readingNoticeTerms = {
  macros_ignored: /*i18n*/ {
    id: 'imports.reading.macros_ignored',
    message: 'The workbook contains macros. They were not run; only the cells were read.',
  },
  hidden_sheet: /*i18n*/ {
    id: 'imports.reading.hidden_sheet',
    message: 'Sheet {table} is hidden in the workbook.',
  },
  hidden_rows: /*i18n*/ {
    id: 'imports.reading.hidden_rows',
    message:
      '{table}: {count, plural, one {# hidden or filtered row was} other {# hidden or filtered rows were}} read as well (rows {rows}).',
  },
  hidden_columns: /*i18n*/ {
    id: 'imports.reading.hidden_columns',
    message: '{table}: hidden columns were read as well ({columns}).',
  },
  comments_not_read: /*i18n*/ {
    id: 'imports.reading.comments_not_read',
    message:
      '{table}: {count, plural, one {# cell has a comment} other {# cells have comments}} ({cells}), which are not imported. Copy into a column what you need from them.',
  },
  columns_cut: /*i18n*/ {
    id: 'imports.reading.columns_cut',
    message:
      '{table}: the sheet reaches to column {last}; the first {kept, number} columns were read. {count, plural, one {# filled cell} other {# filled cells}} beyond column {end} (first in row {row, number}) stayed in the file. Move needed columns to the left.',
  },
  error_values: /*i18n*/ {
    id: 'imports.reading.error_values',
    message:
      '{table}: {count, plural, one {# cell shows} other {# cells show}} an error such as {example} (rows {rows}). They are kept and count as unknown.',
  },
  formula_without_result: /*i18n*/ {
    id: 'imports.reading.formula_without_result',
    message:
      '{table}: {count, plural, one {# formula has} other {# formulas have}} no stored result (rows {rows}); the formula itself was read as text. Open the file in Excel, save it and import it again to get the results.',
  },
  impossible_date: /*i18n*/ {
    id: 'imports.reading.impossible_date',
    message:
      '{table}: {count, plural, one {# cell is} other {# cells are}} formatted as a date but hold no possible date (rows {rows}, for example {example}). The number was kept.',
  },
  unreadable_cells: /*i18n*/ {
    id: 'imports.reading.unreadable_cells',
    message:
      '{table}: {count, plural, one {# cell points} other {# cells point}} to a text that is missing in the workbook (rows {rows}). Check them in the original.',
  },
  null_characters_removed: /*i18n*/ {
    id: 'imports.reading.null_characters_removed',
    message:
      '{table}: null characters or broken character halves were removed from {count, plural, one {# cell} other {# cells}} (rows {rows}).',
  },
  control_characters: /*i18n*/ {
    id: 'imports.reading.control_characters',
    message:
      '{table}: {count, plural, one {# cell contains} other {# cells contain}} invisible control characters (rows {rows}). The text was kept as written.',
  },
  direction_overrides: /*i18n*/ {
    id: 'imports.reading.direction_overrides',
    message:
      '{table}: {count, plural, one {# cell contains} other {# cells contain}} characters that turn the direction of text around (rows {rows}), so it may look different from what it says. The text was kept as written.',
  },
  mixed_encodings: /*i18n*/ {
    id: 'imports.reading.mixed_encodings',
    message:
      '{count, plural, one {# row is} other {# rows are}} written in another encoding than the rest (rows {rows}); they were read as {encoding}. Check their special letters.',
  },
  encoding_guessed: /*i18n*/ {
    id: 'imports.reading.encoding_guessed',
    message:
      'The file does not say its encoding; it was read as {encoding}. If letters look wrong, choose another encoding.',
  },
  undecodable_bytes: /*i18n*/ {
    id: 'imports.reading.undecodable_bytes',
    message:
      '{count, plural, one {# row contains} other {# rows contain}} bytes that do not exist in {encoding} (rows {rows}); they show as a replacement sign.',
  },
  ragged_rows: /*i18n*/ {
    id: 'imports.reading.ragged_rows',
    message:
      '{count, plural, one {# row has} other {# rows have}} more cells than the usual {usual, number} (rows {rows}). All were kept; check whether a separator stands inside a text there.',
  },
  quote_not_closed: /*i18n*/ {
    id: 'imports.reading.quote_not_closed',
    message:
      '{count, plural, one {# quotation mark is} other {# quotation marks are}} opened and not closed properly (rows {rows}). The mark was read as part of the text so that no following row is swallowed.',
  },
  values_flattened: /*i18n*/ {
    id: 'imports.reading.values_flattened',
    message: '{table}: nested values were spread over columns such as {example}.',
  },
  lists_joined: /*i18n*/ {
    id: 'imports.reading.lists_joined',
    message: '{table}: lists inside a value were joined with line breaks ({columns}).',
  },
  deep_values_as_json: /*i18n*/ {
    id: 'imports.reading.deep_values_as_json',
    message: '{table}: values nested more deeply were kept as JSON text ({columns}).',
  },
  own_columns_left: /*i18n*/ {
    id: 'imports.reading.own_columns_left',
    message:
      'This list was exported from here. What you changed in your own columns is read; the columns that were added, from “Concord ID” on, are not: change those on the pages of the agreements.',
  },
  html_read: /*i18n*/ {
    id: 'imports.reading.html_read',
    message:
      'The file is a web page with a table, saved under a spreadsheet name. Its {count, plural, one {table was} other {# tables were}} read.',
  },
  name_contradicts_content: /*i18n*/ {
    id: 'imports.reading.name_contradicts_content',
    message: 'The name {name} promises another kind of file; by its content it is {format} and was read as such.',
  },
} as const

export type ReadingErrorCode = keyof typeof readingErrorTerms
export type ReadingNoticeCode = keyof typeof readingNoticeTerms
