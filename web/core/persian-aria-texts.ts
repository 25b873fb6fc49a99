// Persian texts for the React Aria components that we use; React Aria brings 34 languages, but not this one.

type Values = Record<string, string | number>
interface Formatter {
  number(value: string | number | undefined): string
}

/** Isolates a name or a date inside a right-to-left sentence. */
const isolated = (value: string | number | undefined) => `\u2068${value ?? ''}\u2069`

export const overlays = { dismiss: 'بستن' }
export const searchfield = { 'Clear search': 'پاک کردن جست‌وجو' }
export const breadcrumbs = { breadcrumbs: 'مسیر صفحه' }
export const autocomplete = { collectionLabel: 'پیشنهادها' }
export const menu = { longPressMessage: 'برای باز شدن فهرست، فشار را نگه دارید یا Alt و پیکان پایین را بزنید' }
export const spinbutton = { Empty: 'خالی' }
export const steplist = { steplist: 'فهرست گام‌ها' }
export const tag = { removeDescription: 'برای حذف برچسب کلید Delete را بزنید.', removeButtonLabel: 'حذف' }
export const components = {
  selectPlaceholder: 'یک مورد را انتخاب کنید',
  tableResizer: 'تغییر اندازه',
  dropzoneLabel: 'جای رها کردن فایل',
  colorSwatchPicker: 'نمونه‌های رنگ',
}

export const datepicker = {
  era: 'دوره',
  year: 'سال',
  month: 'ماه',
  day: 'روز',
  hour: 'ساعت',
  minute: 'دقیقه',
  second: 'ثانیه',
  dayPeriod: 'پیش/پس از ظهر',
  calendar: 'تقویم',
  startDate: 'تاریخ آغاز',
  endDate: 'تاریخ پایان',
  weekday: 'روز هفته',
  timeZoneName: 'منطقهٔ زمانی',
  selectedDateDescription: (v: Values) => `تاریخ انتخاب‌شده: ${isolated(v.date)}`,
  selectedRangeDescription: (v: Values) => `بازهٔ انتخاب‌شده: ${isolated(v.startDate)} تا ${isolated(v.endDate)}`,
  selectedTimeDescription: (v: Values) => `ساعت انتخاب‌شده: ${isolated(v.time)}`,
}

export const statelyDatepicker = {
  rangeUnderflow: (v: Values) => `تاریخ باید ${isolated(v.minValue)} یا پس از آن باشد.`,
  rangeOverflow: (v: Values) => `تاریخ باید ${isolated(v.maxValue)} یا پیش از آن باشد.`,
  rangeReversed: 'تاریخ آغاز باید پیش از تاریخ پایان باشد.',
  unavailableDate: 'این تاریخ را نمی‌توان انتخاب کرد.',
}

export const calendar = {
  previous: 'پیشین',
  next: 'بعدی',
  selectedDateDescription: (v: Values) => `تاریخ انتخاب‌شده: ${isolated(v.date)}`,
  selectedRangeDescription: (v: Values) => `بازهٔ انتخاب‌شده: ${isolated(v.dateRange)}`,
  todayDate: (v: Values) => `امروز، ${isolated(v.date)}`,
  todayDateSelected: (v: Values) => `امروز، ${isolated(v.date)}، انتخاب شده`,
  dateSelected: (v: Values) => `${isolated(v.date)}، انتخاب شده`,
  startRangeSelectionPrompt: 'برای آغاز بازه، روزی را انتخاب کنید',
  finishRangeSelectionPrompt: 'برای پایان بازه، روزی را انتخاب کنید',
  minimumDate: 'نخستین تاریخ ممکن',
  maximumDate: 'آخرین تاریخ ممکن',
  dateRange: (v: Values) => `${isolated(v.startDate)} تا ${isolated(v.endDate)}`,
}

export const numberfield = {
  decrease: (v: Values) => `کاهش ${v.fieldLabel ?? ''}`.trim(),
  increase: (v: Values) => `افزایش ${v.fieldLabel ?? ''}`.trim(),
  numberField: 'عدد',
}

export const combobox = {
  focusAnnouncement: (v: Values, f: Formatter) =>
    `${String(v.isGroupChange) === 'true' ? `گروه ${v.groupTitle}، ${f.number(v.groupCount)} گزینه. ` : ''}${v.optionText}${String(v.isSelected) === 'true' ? '، انتخاب شده' : ''}`,
  countAnnouncement: (v: Values, f: Formatter) => `${f.number(v.optionCount)} گزینه موجود است.`,
  selectedAnnouncement: (v: Values) => `${v.optionText}، انتخاب شد`,
  buttonLabel: 'نمایش پیشنهادها',
  listboxLabel: 'پیشنهادها',
}

export const grid = {
  deselectedItem: (v: Values) => `${v.item} از انتخاب درآمد.`,
  select: 'انتخاب',
  selectedCount: (v: Values, f: Formatter) =>
    Number(v.count) === 0 ? 'چیزی انتخاب نشده است.' : `${f.number(v.count)} مورد انتخاب شده است.`,
  selectedAll: 'همهٔ موارد انتخاب شدند.',
  selectedItem: (v: Values) => `${v.item} انتخاب شد.`,
  longPressToSelect: 'برای انتخاب، فشار را نگه دارید.',
}

export const toast = {
  close: 'بستن',
  notifications: (v: Values, f: Formatter) => `${f.number(v.count)} اعلان.`,
}

export const table = {
  select: 'انتخاب',
  selectAll: 'انتخاب همه',
  sortable: 'ستون مرتب‌شدنی',
  ascending: 'صعودی',
  descending: 'نزولی',
  ascendingSort: (v: Values) => `به ترتیب صعودی ستون ${v.columnName}`,
  descendingSort: (v: Values) => `به ترتیب نزولی ستون ${v.columnName}`,
  columnSize: (v: Values) => `${v.value} پیکسل`,
  resizerDescription: 'برای تغییر اندازه Enter را بزنید',
  expand: 'باز کردن',
  collapse: 'بستن',
}

export const dnd = {
  dragItem: (v: Values) => `کشیدن ${v.itemText}`,
  dragSelectedItems: (v: Values, f: Formatter) => `کشیدن ${f.number(v.count)} مورد انتخاب‌شده`,
  dragDescriptionKeyboard: 'برای آغاز کشیدن Enter را بزنید.',
  dragDescriptionKeyboardAlt: 'برای آغاز کشیدن Alt و Enter را بزنید.',
  dragDescriptionTouch: 'برای آغاز کشیدن دو بار ضربه بزنید.',
  dragDescriptionVirtual: 'برای آغاز کشیدن کلیک کنید.',
  dragDescriptionLongPress: 'برای آغاز کشیدن، فشار را نگه دارید.',
  dragSelectedKeyboard: (v: Values, f: Formatter) => `برای کشیدن ${f.number(v.count)} مورد انتخاب‌شده Enter را بزنید.`,
  dragSelectedKeyboardAlt: (v: Values, f: Formatter) =>
    `برای کشیدن ${f.number(v.count)} مورد انتخاب‌شده Alt و Enter را بزنید.`,
  dragSelectedLongPress: (v: Values, f: Formatter) =>
    `برای کشیدن ${f.number(v.count)} مورد انتخاب‌شده، فشار را نگه دارید.`,
  dragStartedKeyboard: 'کشیدن آغاز شد. با Tab به مقصد بروید و Enter را بزنید، یا با Escape انصراف دهید.',
  dragStartedTouch: 'کشیدن آغاز شد. به مقصد بروید و برای رها کردن دو بار ضربه بزنید.',
  dragStartedVirtual: 'کشیدن آغاز شد. به مقصد بروید و برای رها کردن کلیک کنید یا Enter را بزنید.',
  endDragKeyboard: 'در حال کشیدن. برای انصراف Enter را بزنید.',
  endDragTouch: 'در حال کشیدن. برای انصراف دو بار ضربه بزنید.',
  endDragVirtual: 'در حال کشیدن. برای انصراف کلیک کنید.',
  dropDescriptionKeyboard: 'برای رها کردن Enter و برای انصراف Escape را بزنید.',
  dropDescriptionTouch: 'برای رها کردن دو بار ضربه بزنید.',
  dropDescriptionVirtual: 'برای رها کردن کلیک کنید.',
  dropCanceled: 'انصراف داده شد.',
  dropComplete: 'رها شد.',
  dropIndicator: 'جای رها کردن',
  dropOnRoot: 'رها کردن روی',
  dropOnItem: (v: Values) => `رها کردن روی ${v.itemText}`,
  insertBefore: (v: Values) => `پیش از ${v.itemText}`,
  insertBetween: (v: Values) => `میان ${v.beforeItemText} و ${v.afterItemText}`,
  insertAfter: (v: Values) => `پس از ${v.itemText}`,
}
