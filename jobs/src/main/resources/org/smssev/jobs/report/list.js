// The graded list: sorting, filtering, details.
(function () {
  const PAGE = 200;
  const LEVEL_ORDER = Object.keys(LEVELS);
  const POSITION_ORDER = ['LEAD', 'PARALLEL', 'FOLLOW'];
  const scale = DATA.scale;
  const cuts = [scale.level1, scale.level2, scale.level3].filter(isNumber);
  const probability = (t) => (LEVEL_ORDER.indexOf(t.level) < 4 ? t.p[LEVEL_ORDER.indexOf(t.level)] : null);
  const COLUMNS = [
    {name: 'Rank', key: (t) => t.rank, cls: 'r'},
    {name: 'Technology', key: (t) => t.en.toLowerCase()},
    {name: 'Level', key: (t) => LEVEL_ORDER.indexOf(t.level)},
    {name: 'Score', key: (t) => t.score, down: true},
    {name: 'Probability', key: probability, cls: 'r', down: true},
    {name: 'Borderline', key: (t) => (t.borderline ? 0 : 1)},
    {name: 'Position', key: (t) => (t.position ? POSITION_ORDER.indexOf(t.position) : null)},
    {name: 'Provenance', key: (t) => t.provenance.join(' ')},
  ];
  const state = {column: 0, down: false, all: false};
  const table = document.getElementById('graded');
  const body = table.tBodies[0];
  const text = document.getElementById('f-text');
  const level = document.getElementById('f-level');
  const domain = document.getElementById('f-domain');
  const border = document.getElementById('f-border');
  const more = document.getElementById('more');

  function scoreBar(t) {
    const width = 230;
    const at = (v) => (width * Math.max(0, Math.min(1, (v - scale.min) / (scale.max - scale.min)))).toFixed(1);
    const svg = el('svg', {viewBox: '0 0 230 18', 'aria-hidden': 'true'}, el('rect', {class: 'track', x: 0, y: 5, width, height: 8}));
    cuts.forEach((cut) => svg.append(el('line', {class: 'cut', x1: at(cut), x2: at(cut), y1: 0, y2: 18})));
    if (isNumber(t.lo) && isNumber(t.hi)) {
      svg.append(el('rect', {class: 'ival', x: at(t.lo), y: 5, width: Math.max(1, at(t.hi) - at(t.lo)).toFixed(1), height: 8}));
    }
    svg.append(el('rect', {class: 'tick', x: (at(t.score) - 1.5).toFixed(1), y: 2, width: 3, height: 14}));
    return svg;
  }

  function scoreCell(t) {
    if (!isNumber(t.score)) {
      return el('td', {'data-l': 'Score', class: 'sub2'}, 'no score');
    }
    const interval = isNumber(t.lo) ? ` ${num(t.lo)} to ${num(t.hi)}` : ' no interval';
    return el('td', {class: 'scorecell', 'data-l': 'Score'}, el('b', null, num(t.score)), el('span', {class: 'sub2'}, interval), scoreBar(t));
  }

  function row(t, index) {
    const id = 'd' + index;
    const button = el('button', {type: 'button', class: 'open', 'aria-expanded': 'false', 'aria-controls': id}, bdi(t.en, {class: 'clamp'}));
    const name = el('th', {scope: 'row', class: 'name'}, button,
      t.zh ? el('div', {lang: 'zh', class: 'clamp'}, bdi(t.zh)) : null,
      el('div', {class: 'sub2 clamp'}, bdi(t.id), t.domain ? ' · ' : null, t.domain ? bdi(t.domain) : null));
    const main = el('tr', {class: 'row'}, el('td', {class: 'r', 'data-l': 'Rank'}, isNumber(t.rank) ? num(t.rank, t.rank % 1 ? 1 : 0) : '–'), name,
      el('td', {'data-l': 'Level'}, el('span', {class: 'badge ' + t.level}, levelName(t.level))), scoreCell(t),
      el('td', {class: 'r', 'data-l': 'Probability of its level'}, percent(probability(t))),
      el('td', {'data-l': 'Borderline'}, t.borderline ? el('span', {class: 'flagged', title: t.why.map(words).join(', ')}, '△ borderline') : '–'),
      el('td', {'data-l': 'Position'}, t.position ? {LEAD: '▲ ', PARALLEL: '＝ ', FOLLOW: '▼ '}[t.position] + words(t.position) : '–'),
      el('td', {'data-l': 'Provenance'}, t.provenance.map(words).join(', ')));
    const details = el('tr', {class: 'details', id, hidden: true});
    button.addEventListener('click', () => {
      if (!details.firstChild) {
        details.append(el('td', {colspan: COLUMNS.length}, detail(t)));
      }
      details.hidden = !details.hidden;
      button.setAttribute('aria-expanded', String(!details.hidden));
    });
    t.rows = [main, details];
    t.find = [t.en, t.zh, t.id, t.domain, ...(t.origin.ipc || []), ...(t.origin.aliases || [])].filter(Boolean).join('\n').toLowerCase();
  }

  const block = (title, ...content) => el('div', null, el('h4', null, title), ...content);
  function grid(heads, rows) {
    return el('div', {class: 'scroll'}, el('table', null, el('thead', null, el('tr', null, heads.map((h, i) => el('th', {class: i ? 'r' : null, scope: 'col'}, h)))),
      el('tbody', null, rows.map((cells) => el('tr', null, cells.map((c, i) => el(i ? 'td' : 'th', {class: i ? 'r' : null}, typeof c === 'string' ? bdi(c) : c)))))));
  }

  function detail(t) {
    const box = el('div', {class: 'dgrid'});
    const why = el('div', {class: 'full'}, el('h4', null, 'Reason'), el('div', {class: 'long'}, bdi(t.reasonEn)),
      el('div', {class: 'long', lang: 'zh'}, bdi(t.reasonZh)), el('div', {class: 'sub2'}, bdi(t.code), ` · ${int(t.n)} scores that count`));
    if (t.borderline) {
      why.append(el('div', {class: 'flagged'}, '△ Borderline: ' + t.why.map(words).join(', ')));
    }
    box.append(why);
    if (t.en.length > 200) {
      box.append(el('div', {class: 'full'}, el('h4', null, 'Full name'), el('div', {class: 'long'}, bdi(t.en))));
    }
    if (isNumber(t.p[0])) {
      box.append(block('Probability of each level', grid(['Level', 'Share of draws'], ['LEVEL_1', 'LEVEL_2', 'LEVEL_3', 'NOT_LISTED'].map((l, i) => [levelName(l), percent(t.p[i])]))));
    }
    if (t.explain.length) {
      box.append(block('The score taken apart', grid(['Term', 'Weight', 'Rating', 'Contribution'],
        t.explain.map((e) => [words(e.term), num(e.weight), num(e.value), num(e.contribution)]))));
    }
    if (t.ratings.length) {
      box.append(block('Ratings', grid(['Dimension', 'Rating', '95 % interval', 'Median', 'Scores', 'Excluded'],
        t.ratings.map((r) => [words(r.dimension), num(r.rating), isNumber(r.lo95) ? `${num(r.lo95)} to ${num(r.hi95)}` : '–', num(r.median), int(r.n), int(r.nExcluded)]))));
    }
    box.append(origin(t));
    if (t.gap) {
      const parts = (t.gap.parts || []).map((p) => [words(p.measure), signed(p.value), signed(p.z), num(p.weight)]);
      const head = `${DATA.focal} against ${referenceName(t.gap.reference)}: composite ${signed(t.gap.composite)}, ${t.gap.state ? words(t.gap.state).toLowerCase() : 'undefined'}` +
        (t.gap.quantityState ? `; by quantity alone ${words(t.gap.quantityState).toLowerCase()}` : '') + (t.gap.status === 'LOW_N' ? ' (few families)' : '');
      box.append(block('Gap', el('div', {class: 'sub2'}, head), parts.length ? grid(['Part', 'Value', 'Scaled', 'Weight'], parts) : null));
    }
    if (t.evidence.length) {
      const list = el('ul', {class: 'long'}, t.evidence.map((e) => el('li', null, el('span', {class: 'sub2'}, words(e.kind) + ' '), el('code', null, bdi(e.ref)),
        e.text ? [' ', bdi(e.text)] : null, isNumber(e.value) ? el('span', {class: 'sub2'}, ` (${num(e.value)})`) : null)));
      box.append(el('div', {class: 'full'}, el('h4', null, 'Evidence'), list));
    }
    if (t.scenarios.length) {
      const moved = t.scenarios.filter((s) => s.level !== t.level);
      box.append(el('div', {class: 'full'}, el('h4', null, `Sensitivity: same level in ${t.scenarios.length - moved.length} of ${t.scenarios.length} scenarios`),
        moved.length ? grid(['Scenario', 'Score', 'Level'], moved.map((s) => [scenarioName(s.scenario), num(s.score), levelName(s.level)])) : null));
    }
    return box;
  }

  function origin(t) {
    const o = t.origin;
    const lines = [];
    if (isNumber(o.families)) lines.push(`${int(o.families)} patent families`);
    if (isNumber(o.screenScore)) lines.push(`screen score ${num(o.screenScore, 3)}` + (isNumber(o.screenRank) ? `, rank ${num(o.screenRank, o.screenRank % 1 ? 1 : 0)}` : ''));
    if (o.controlled) lines.push('already controlled by a list');
    if (o.support) lines.push(`nominated by ${int(o.support)} organisation${o.support === 1 ? '' : 's'} (${words(o.match).toLowerCase()})`);
    return block('Origin', el('ul', null, lines.map((line) => el('li', null, line)),
      o.ipc && o.ipc.length ? el('li', null, 'Scope ', o.ipc.slice(0, 20).map((c) => [el('code', null, bdi(c)), ' '])) : null,
      o.aliases && o.aliases.length ? el('li', {class: 'long'}, 'Also ', bdi(o.aliases.join('; '))) : null));
  }

  function show() {
    const wanted = text.value.trim().toLowerCase();
    const found = DATA.technologies.filter((t) => (!wanted || t.find.includes(wanted)) && (!level.value || t.level === level.value) &&
      (!domain.value || t.domain === domain.value) && (!border.checked || t.borderline));
    const key = COLUMNS[state.column].key;
    const sign = state.down ? -1 : 1;
    found.sort((a, b) => {
      const [x, y] = [key(a), key(b)];
      if (x === null || y === null) return (x === null) - (y === null) || a.index - b.index;
      return (x < y ? -sign : x > y ? sign : 0) || a.index - b.index;
    });
    const shown = state.all ? found : found.slice(0, PAGE);
    body.replaceChildren(...shown.flatMap((t) => t.rows));
    if (!shown.length) {
      body.append(el('tr', null, el('td', {colspan: COLUMNS.length, class: 'sub2'}, DATA.technologies.length ? 'No technology matches.' : 'No technologies in this run.')));
    }
    more.hidden = shown.length === found.length;
    more.textContent = `Show all ${int(found.length)}`;
    document.getElementById('f-count').textContent = `${int(found.length)} of ${int(DATA.technologies.length)} technologies`;
    Array.from(table.tHead.rows[0].cells).forEach((cell, i) => {
      cell.setAttribute('aria-sort', i !== state.column ? 'none' : state.down ? 'descending' : 'ascending');
      cell.querySelector('span').textContent = i !== state.column ? '' : state.down ? ' ▼' : ' ▲';
    });
  }

  COLUMNS.forEach((column, i) => {
    const button = el('button', {type: 'button'}, column.name, el('span', {'aria-hidden': 'true'}));
    button.addEventListener('click', () => {
      state.down = state.column === i ? !state.down : Boolean(column.down);
      state.column = i;
      show();
    });
    table.tHead.rows[0].append(el('th', {scope: 'col', class: column.cls}, button));
  });
  DATA.technologies.forEach((t, i) => {
    t.index = i;
    row(t, i);
  });
  LEVEL_ORDER.filter((l) => DATA.technologies.some((t) => t.level === l)).forEach((l) => level.append(el('option', {value: l}, levelName(l))));
  [...new Set(DATA.technologies.map((t) => t.domain).filter(Boolean))].sort().forEach((d) => domain.append(el('option', {value: d}, short(d, 40))));
  const filters = document.getElementById('filters');
  filters.addEventListener('submit', (event) => event.preventDefault());
  filters.addEventListener('input', show);
  filters.addEventListener('reset', () => setTimeout(show));
  more.addEventListener('click', () => {
    state.all = true;
    show();
  });
  show();
})();
