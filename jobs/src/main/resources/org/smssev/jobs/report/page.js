'use strict';
// Shared by the list and the charts. Text from the data reaches the page by textContent only.
const DATA = JSON.parse(document.getElementById('data').textContent);
const LEVELS = {
  LEVEL_1: {name: 'Level 1', color: '#0072B2', symbol: 'circle'},
  LEVEL_2: {name: 'Level 2', color: '#56B4E9', symbol: 'rect'},
  LEVEL_3: {name: 'Level 3', color: '#E69F00', symbol: 'triangle'},
  NOT_LISTED: {name: 'Not listed', color: '#999999', symbol: 'diamond'},
  UNSCORED: {name: 'Unscored', color: '#999999', symbol: 'emptyCircle'},
  INSUFFICIENT: {name: 'Insufficient', color: '#999999', symbol: 'emptyDiamond'},
};
const levelName = (level) => (LEVELS[level] || {name: level}).name;
const words = (code) => {
  const text = String(code).replace(/_/g, ' ').toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
};
/** WITHOUT_E07 names an expert, whose id keeps its case. */
const scenarioName = (name) => (name.startsWith('WITHOUT_') ? 'Without ' + name.slice(8) : words(name));
const referenceName = (name) => ({REST: 'the rest of the world', WORLD: 'the world', BEST_OTHER: 'the best other country'})[name] || name;
const isNumber = (value) => typeof value === 'number' && isFinite(value);
const num = (value, digits = 2) => (isNumber(value) ? value.toFixed(digits) : '–');
const signed = (value, digits = 2) => (isNumber(value) ? (value >= 0 ? '+' : '−') + Math.abs(value).toFixed(digits) : '–');
const int = (value) => (isNumber(value) ? String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',') : '–');
const percent = (value) => (isNumber(value) ? (100 * value).toFixed(0) + ' %' : '–');
/** Text for a chart, where no element isolates direction: short and without marks that turn it. */
const short = (text, length = 60) => {
  const plain = Array.from(String(text).replace(/\p{Cf}/gu, ''));
  return plain.length > length ? plain.slice(0, length - 1).join('') + '…' : plain.join('');
};

/** An element with attributes and children; strings become text nodes. */
function el(name, attributes, ...children) {
  const svg = ['svg', 'rect', 'line'].includes(name);
  const node = svg ? document.createElementNS('http://www.w3.org/2000/svg', name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(key, value === true ? '' : value);
    }
  }
  children.flat(Infinity).forEach((child) => child !== null && child !== undefined && node.append(child));
  return node;
}
const bdi = (text, attributes) => el('bdi', attributes, String(text));
