// Tables that sort and filter.
const CHUNK = 50;
/** Most rows of a table on paper; a line below it counts the others. */
const PRINTED = 1000;
const NUMERIC = new Set(['number', 'int', 'percent', 'signed']);
const FORMATS = {
  number: (of, digits) => num(of, digits === undefined ? 2 : digits), int, signed: (of, digits) => signed(of, digits),
  percent: (of, digits) => percent(of, digits), level: (of) => (of ? badge(of) : '–'), code: (of) => (of === null ? '–' : value(of)),
  yes: (of) => (of === null ? '–' : of ? t('yes', '是') : t('no', '否')),
};

/** Shows a value whose column has no format. */
function plainCell(of) {
  if (of === null || of === undefined || of === '') return '–';
  if (typeof of === 'boolean') return FORMATS.yes(of);
  if (isNumber(of)) return Number.isInteger(of) ? int(of) : num(of, Math.abs(of) < 1 ? 4 : 2);
  if (Array.isArray(of)) return bdi(of.map((part) => (part && typeof part === 'object' ? Object.values(part).map((v) => (isNumber(v) && !Number.isInteger(v) ? num(v, 3) : v)).join(' ') : part)).join('; '));
  if (/^[A-Z][A-Z0-9_]+$/.test(of) && VALUES[of]) return value(of);
  return bdi(of);
}
function cellOf(column, row) {
  if (column.cell) return column.cell(row);
  const of = row[column.key];
  if (of && (column.key === 'dimension' || column.key === 'term')) return bdi(value(of));
  return FORMATS[column.as] ? FORMATS[column.as](of, column.digits) : plainCell(of);
}
/** Whether a row has a value in a column. */
function hasValue(column, row) {
  if (column.has) return column.has(row);
  const of = row[column.key] === undefined && column.sort ? column.sort(row) : row[column.key];
  return of !== null && of !== undefined && of !== '' && !(Array.isArray(of) && !of.length);
}
const sortKey = (column, row) => {
  const of = column.sort ? column.sort(row) : column.as === 'level' ? LEVEL_ORDER.indexOf(row[column.key]) : row[column.key];
  return Array.isArray(of) ? of.length : typeof of === 'string' ? of.toLowerCase() : of;
};
function compareBy(column, down) {
  const sign = down ? -1 : 1;
  return (a, b) => {
    const [x, y] = [sortKey(column, a), sortKey(column, b)];
    if (x === null || x === undefined || y === null || y === undefined) return (x === null || x === undefined) - (y === null || y === undefined);
    return x < y ? -sign : x > y ? sign : 0;
  };
}
const textOf = (row) => Object.values(row).filter((of) => typeof of === 'string' || Array.isArray(of)).map((of) => (typeof of === 'string' ? of + ' ' + (VALUES[of] || []).join(' ') : JSON.stringify(of))).join('\n').toLowerCase();

/**
 * A table of rows.
 *
 * @param spec caption, columns (key, name, as, digits, cell, sort, down, cls, has), rows, page (rows shown at first), filter (a
 *   field to search in), keep (a further filter), sorted (column shown sorted, with down), find (text of a row to search in).
 *   A column without a value in any row is left out
 */
function table(spec) {
  const page = spec.page || 25;
  const find = spec.find || textOf;
  const state = {column: spec.sorted === undefined ? -1 : spec.sorted, down: Boolean(spec.down), all: false, wanted: ''};
  const declared = spec.columns.map((column) => (typeof column === 'string' ? {key: column} : column));
  const filled = declared.filter((column) => spec.rows.some((row) => hasValue(column, row)));
  const columns = filled.length ? filled : declared;
  if (state.column >= 0) state.column = columns.indexOf(declared[state.column]);
  const isRight = (column) => (NUMERIC.has(column.as) || (!column.as && !column.cell && spec.rows.some((row) => isNumber(row[column.key])) && spec.rows.every((row) => row[column.key] === null || isNumber(row[column.key]))) ? 'r' : null);
  const body = el('tbody');
  const count = el('output', {class: 'count', 'aria-live': 'polite'});
  const heads = columns.map((column, i) => {
    const mark = el('span', {'aria-hidden': 'true', class: 'mark'});
    const sorter = button([column.name || columnName(column.key), mark], () => {
      state.down = state.column === i ? !state.down : Boolean(column.down);
      state.column = i;
      show();
    });
    return el('th', {scope: 'col', class: [isRight(column), column.cls].filter(Boolean).join(' ') || null}, sorter);
  });
  const more = button('', () => {
    state.all = true;
    show();
  }, {class: 'more'});
  const rowOf = (row) => el('tr', {'data-id': row.technology_id || null}, columns.map((column, i) => el(i ? 'td' : 'th', {scope: i ? null : 'row', class: [isRight(column), column.cls].filter(Boolean).join(' ') || null,
    'data-l': column.name || columnName(column.key)}, cellOf(column, row))));
  const made = new Map();
  let later = 0;
  function show() {
    const found = spec.rows.filter((row) => (!spec.keep || spec.keep(row)) && (!state.wanted || find(row).includes(state.wanted)));
    if (state.column >= 0) found.sort(compareBy(columns[state.column], state.down));
    const shown = STATE.printing ? found.slice(0, PRINTED) : state.all ? found : found.slice(0, page);
    const rowMade = (row) => {
      if (!made.has(row)) made.set(row, rowOf(row));
      return made.get(row);
    };
    clearTimeout(later);
    let from = STATE.printing ? shown.length : CHUNK;
    body.replaceChildren(...shown.slice(0, from).map(rowMade));
    // The rest follows in parts, so that the page answers meanwhile.
    const follow = () => {
      body.append(...shown.slice(from, from + CHUNK).map(rowMade));
      from += CHUNK;
      if (from < shown.length) later = setTimeout(follow);
    };
    if (from < shown.length) later = setTimeout(follow);
    if (!shown.length) body.append(el('tr', null, el('td', {colspan: columns.length, class: 'soft'}, spec.rows.length ? t('Nothing matches.', '没有符合条件的内容。') : t('No rows in this run.', '本次运行没有数据。'))));
    more.hidden = shown.length === found.length;
    more.textContent = STATE.printing ? t(`and ${int(found.length - shown.length)} more, not printed`, `另有 ${int(found.length - shown.length)} 条未打印`) : t(`Show all ${int(found.length)}`, `显示全部 ${int(found.length)} 条`);
    count.textContent = t(`${int(found.length)} of ${int(spec.rows.length)}`, `${int(found.length)} / ${int(spec.rows.length)} 条`);
    heads.forEach((head, i) => {
      head.setAttribute('aria-sort', i !== state.column ? 'none' : state.down ? 'descending' : 'ascending');
      head.querySelector('.mark').textContent = i !== state.column ? '' : state.down ? ' ▼' : ' ▲';
    });
  }
  const box = el('div', {class: 'tablebox'});
  if (spec.filter) {
    const input = el('input', {type: 'search', 'aria-label': t('Filter: ', '筛选：') + spec.caption, placeholder: t('Filter …', '筛选 …')});
    input.addEventListener('input', () => {
      state.wanted = input.value.trim().toLowerCase();
      show();
    });
    box.append(el('div', {class: 'tabletools'}, input, count));
  }
  box.append(el('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': spec.caption}, el('table', {class: spec.cls || 'tight', id: spec.id}, el('caption', {class: 'hidden'}, spec.caption), el('thead', null, el('tr', null, heads)), body)), more);
  box.refresh = show;
  box.wanted = (text) => {
    state.wanted = text.trim().toLowerCase();
    show();
  };
  box.count = count;
  show();
  return box;
}

/** The rows behind a figure, in the columns of their table. */
function sourceTable(id, caption, columns, rows) {
  return table({caption, rows: rows || rowsOf(id), columns: columns || DATA.tables[id].columns, filter: true, page: 15});
}
