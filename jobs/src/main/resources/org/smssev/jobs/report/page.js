// Shared by all parts. Text from the data reaches the page by textContent only.
const DATA = JSON.parse(document.getElementById('data').textContent);
const STATE = {lang: 'en', theme: 'auto', technology: null, printing: false};
/** The text in the language shown. */
const t = (en, zh) => (STATE.lang === 'zh' ? zh : en);

const LEVELS = {
  LEVEL_1: {color: '#0072B2', symbol: 'circle', mark: '●'},
  LEVEL_2: {color: '#56B4E9', symbol: 'rect', mark: '■'},
  LEVEL_3: {color: '#E69F00', symbol: 'triangle', mark: '▲'},
  NOT_LISTED: {color: '#999999', symbol: 'diamond', mark: '◆'},
  UNSCORED: {color: '#999999', symbol: 'circle', hollow: true, mark: '○'},
  INSUFFICIENT: {color: '#999999', symbol: 'diamond', hollow: true, mark: '◇'},
};
const LEVEL_ORDER = Object.keys(LEVELS);
const GRADED = LEVEL_ORDER.slice(0, 4);
const CHANCES = ['p_level1', 'p_level2', 'p_level3', 'p_not_listed'];
const POSITIONS = {LEAD: '▲', PARALLEL: '＝', FOLLOW: '▼', LOW_N: '?'};
const OKABE_ITO = ['#0072B2', '#E69F00', '#009E73', '#CC79A7', '#56B4E9', '#D55E00', '#F0E442', '#8C8C8C'];
const SHAPES = ['circle', 'rect', 'triangle', 'diamond', 'path://M25 0L75 0L100 50L75 100L25 100L0 50Z', 'path://M34 0H66V34H100V66H66V100H34V66H0V34H34Z', 'path://M0 0H100L50 100Z'];
const DASHES = ['solid', 'dashed', 'dotted', [8, 3, 2, 3], [12, 4], [2, 6]];

/** Rows of a table of the page as objects, by the names of its columns. */
const TABLE_ROWS = {};
function rowsOf(id) {
  if (!TABLE_ROWS[id]) {
    const {columns, rows, fields} = DATA.tables[id];
    const whole = (names, values) => Object.fromEntries(names.map((name, i) => [name, values[i]]));
    TABLE_ROWS[id] = rows.map((values) => {
      const row = whole(columns, values);
      Object.entries(fields || {}).forEach(([column, names]) => {
        row[column] = (row[column] || []).map((part) => whole(names, part));
      });
      return row;
    });
  }
  return TABLE_ROWS[id];
}
function grouped(rows, key) {
  const groups = new Map();
  rows.forEach((row) => {
    const of = typeof key === 'function' ? key(row) : row[key];
    if (!groups.has(of)) groups.set(of, []);
    groups.get(of).push(row);
  });
  return groups;
}
const GROUPS = {};
/** Rows of a table whose column has a value; looked up, not searched. */
function rowsFor(id, column, value) {
  const name = id + '.' + column;
  if (!GROUPS[name]) GROUPS[name] = grouped(rowsOf(id), column);
  return GROUPS[name].get(value) || [];
}

const isNumber = (value) => typeof value === 'number' && isFinite(value);
const num = (value, digits = 2) => (isNumber(value) ? value.toFixed(digits).replace('-', '−') : '–');
const signed = (value, digits = 2) => (isNumber(value) ? (value >= 0 ? '+' : '') + num(value, digits) : '–');
const int = (value) => (isNumber(value) ? String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',') : '–');
const percent = (value, digits = 0) => (isNumber(value) ? num(100 * value, digits) + '\u00a0%' : '–');
const rankText = (value) => (isNumber(value) ? num(value, value % 1 ? 1 : 0) : '–');
const interval = (low, high, digits = 2) => (isNumber(low) && isNumber(high) ? num(low, digits) + t(' to ', ' 至 ') + num(high, digits) : '–');
const scenarioName = (name) => (name.startsWith('WITHOUT_') ? t('Without ', '剔除 ') + name.slice(8) : value(name));
const levelName = (level) => value(level);
const median = (values) => {
  const sorted = values.filter(isNumber).sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length ? (sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2) : null;
};
/** Text for a chart, where no element isolates direction: short and without marks that turn it. */
function short(text, length = 60) {
  const plain = Array.from(String(text).slice(0, 4 * length).replace(/\p{Cf}/gu, ''));
  return plain.length > length ? plain.slice(0, length - 1).join('') + '…' : plain.join('');
}

/** The same, cut to a width in letters of English; a Chinese one takes almost two. */
function brief(text, width) {
  let room = width;
  const letters = Array.from(short(text, width));
  const end = letters.findIndex((letter) => (room -= letter > '\u2e80' ? 1.8 : 1) < 0);
  return end < 0 ? letters.join('') : letters.slice(0, Math.max(1, end - 1)).join('').replace(/…$/, '') + '…';
}

/** An element with attributes and children; strings become text nodes. */
function el(name, attributes, ...children) {
  const svg = ['svg', 'rect', 'line', 'path', 'circle'].includes(name);
  const node = svg ? document.createElementNS('http://www.w3.org/2000/svg', name) : document.createElement(name);
  for (const [key, of] of Object.entries(attributes || {})) {
    if (of !== null && of !== undefined && of !== false) {
      node.setAttribute(key, of === true ? '' : of);
    }
  }
  children.flat(Infinity).forEach((child) => child !== null && child !== undefined && child !== false && node.append(child));
  return node;
}
const bdi = (text, attributes) => el('bdi', attributes, String(text));
const byId = (id) => document.getElementById(id);
function button(text, action, attributes) {
  const node = el('button', {type: 'button', ...attributes}, text);
  node.addEventListener('click', action);
  return node;
}
function select(label, options, chosen, change) {
  const node = el('select', null, options.map(([of, text]) => el('option', {value: of, selected: of === chosen}, short(text, 70))));
  node.addEventListener('change', () => change(node.value));
  return el('label', {class: 'field'}, el('span', null, label), node);
}
const badge = (level) => el('span', {class: 'badge ' + level}, el('span', {'aria-hidden': 'true'}, LEVELS[level] ? LEVELS[level].mark + ' ' : ''), levelName(level));
const flag = (text) => el('span', {class: 'badge flag'}, '△ ', text);
const positionName = (position) => value(position === 'LOW_N' ? 'position.LOW_N' : position);
const positionText = (position) => (position ? POSITIONS[position] + ' ' + positionName(position) : '–');
const chanceOfLevel = (row) => (GRADED.includes(row.level) ? row[CHANCES[GRADED.indexOf(row.level)]] : null);

/** The row of the screen for a technology; empty where the screen did not see it. */
const candidateOf = (id) => rowsFor('candidates', 'candidate_id', id)[0] || {};
/** Graded technologies in the order of their ranks, then the others by closeness. */
const TECHNOLOGIES = rowsOf('technologies').map((row) => Object.assign(row, {closeness: candidateOf(row.technology_id).score}))
  .sort((a, b) => isNumber(b.rank) - isNumber(a.rank) || (isNumber(a.rank) ? 0 : isNumber(b.closeness) - isNumber(a.closeness) || (b.closeness || 0) - (a.closeness || 0)));
const TECHNOLOGY = new Map(TECHNOLOGIES.map((row, index) => [row.technology_id, Object.assign(row, {index})]));
const SCORED = TECHNOLOGIES.filter((row) => isNumber(row.score));
const NAMES = new Map(Object.entries(DATA.earlier));
rowsOf('candidates').forEach((row) => NAMES.set(row.candidate_id, row));
rowsOf('supplemented').forEach((row) => NAMES.set(row.candidate_id, row));
TECHNOLOGIES.forEach((row) => NAMES.set(row.technology_id, row));
/** Name of a technology in the language shown, where it has one. */
function nameOf(id) {
  const row = NAMES.get(id);
  return row ? (STATE.lang === 'zh' && row.name_zh) || row.name_en : id;
}

/** Parts that are made anew when the language changes, each with the box that it fills. */
const VIEWS = [];
/** Hides a section and its entry in the navigation, or shows them again. */
function hide(section, hidden) {
  section.hidden = hidden;
  const link = document.querySelector(`nav a[href="#${section.id}"]`);
  if (link) link.parentElement.hidden = hidden;
}
/** Registers a part. A chapter or section whose parts have nothing to show is hidden, with its entry in the navigation. */
const view = (id, show) => {
  const box = byId(id);
  VIEWS.push({box, show: () => {
    show();
    const section = box.parentElement;
    if (section.id === 'list') return;
    hide(section, ![...box.children].some((child) => !child.hidden));
    if (section.matches('.chapter')) hide(section.parentElement, !section.parentElement.querySelector('.chapter:not([hidden])'));
  }});
};
/** What happens when another technology is chosen. */
const CHOSEN = [];
/** Shows a technology in the section that says why, and remembers where the reader came from. */
function choose(id, from) {
  STATE.technology = id;
  CHOSEN.forEach((action) => action(id, from));
}
const opens = (id, text) => button(bdi(text || nameOf(id), {class: 'clamp'}), (event) => choose(id, event.currentTarget), {class: 'open', 'data-id': id});

// Dimensions and sub-indicators are called as on the score sheets.
rowsOf('settings').forEach((row) => {
  const [, name, language] = /^evaluate\.panel\.labels\.([^.[]+)\[([01])\]$/.exec(row.key) || [];
  if (name && !/^[A-Z][A-Z0-9_]*$/.test(name)) VALUES[name] = Object.assign([name, name], VALUES[name], {[language]: row.value});
});
