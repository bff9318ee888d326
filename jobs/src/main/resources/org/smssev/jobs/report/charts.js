// The charts. Each is rebuilt when the colours change (dark, light, print), and keeps no text but what short() lets by.
(function () {
  const OKABE_ITO = ['#0072B2', '#E69F00', '#009E73', '#CC79A7', '#56B4E9', '#D55E00', '#F0E442'];
  const SHAPES = ['circle', 'rect', 'triangle', 'diamond'];
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  let printing = false;
  const charts = [];
  const technologies = DATA.technologies;
  const scored = technologies.filter((t) => isNumber(t.score)).sort((a, b) => b.score - a.score || a.index - b.index);

  function theme() {
    return dark.matches && !printing
      ? {ink: '#e6ecf2', soft: '#a3b0bf', line: '#334150', panel: '#18212b', rim: '#ffffff', edge: '#6b7a8a'}
      : {ink: '#16202c', soft: '#53606f', line: '#d5dbe3', panel: '#ffffff', rim: '#000000', edge: '#8b98a6'};
  }
  /** A tooltip as an element, so that names in it stay text. */
  function tip(title, ...lines) {
    return el('div', {style: 'max-width:320px;white-space:normal'}, el('b', null, bdi(short(title, 120))), lines.filter(Boolean).map((line) => el('div', null, line)));
  }
  function draw(id, option, empty) {
    const box = document.getElementById(id);
    if (!box) return;
    if (empty) {
      box.className = 'empty';
      box.removeAttribute('role');
      box.textContent = empty;
      return;
    }
    const entry = {box, option, chart: null};
    charts.push(entry);
    build(entry);
  }
  function build(entry) {
    if (entry.chart) entry.chart.dispose();
    // Before printing, boxes still have their width on the screen; 680 px fit A4 and Letter.
    const width = printing ? 680 : entry.box.clientWidth;
    entry.chart = echarts.init(entry.box, null, {renderer: 'svg', width: printing ? width : undefined});
    const c = theme();
    entry.chart.setOption(Object.assign({animation: false, textStyle: {color: c.ink, fontFamily: getComputedStyle(document.body).fontFamily}, backgroundColor: 'transparent'}, entry.option(c, width)));
  }
  const tooltip = (c, formatter) => ({trigger: 'item', confine: true, backgroundColor: c.panel, borderColor: c.line, textStyle: {color: c.ink, fontSize: 13}, formatter});
  const axis = (c, name, more) => Object.assign({type: 'value', name, nameLocation: 'middle', nameGap: 28, nameTextStyle: {color: c.soft}, axisLine: {lineStyle: {color: c.soft}},
    axisLabel: {color: c.soft}, splitLine: {lineStyle: {color: c.line}}}, more);
  const cutLines = (c) => ({silent: true, symbol: 'none', lineStyle: {color: c.soft, type: 'dashed'}, data: [['Level 1', DATA.scale.level1], ['Level 2', DATA.scale.level2], ['Level 3', DATA.scale.level3]]
    .filter(([, at]) => isNumber(at)).map(([name, at]) => ({yAxis: at, label: {formatter: name, color: c.soft, position: 'insideEndTop'}}))});

  function certainty(c) {
    const whiskers = {type: 'custom', data: scored.filter((t) => isNumber(t.lo)).map((t) => [scored.indexOf(t), t.lo, t.hi]), silent: true, z: 1,
      renderItem: (params, api) => {
        const low = api.coord([api.value(0), api.value(1)]);
        const high = api.coord([api.value(0), api.value(2)]);
        const line = (x1, y1, x2, y2) => ({type: 'line', shape: {x1, y1, x2, y2}, style: {stroke: c.soft, lineWidth: 1.5}});
        return {type: 'group', children: [line(low[0], low[1], high[0], high[1]), line(low[0] - 3, low[1], low[0] + 3, low[1]), line(high[0] - 3, high[1], high[0] + 3, high[1])]};
      }};
    const levels = Object.keys(LEVELS).filter((l) => scored.some((t) => t.level === l));
    const points = levels.map((l, i) => ({name: LEVELS[l].name, type: 'scatter', symbol: LEVELS[l].symbol, symbolSize: 9, z: 3, itemStyle: {color: LEVELS[l].color, borderColor: c.ink, borderWidth: 0.7},
      data: scored.map((t, k) => (t.level === l ? {value: [k, t.score], t} : null)).filter(Boolean), markLine: i === 0 ? cutLines(c) : undefined}));
    const shares = ['LEVEL_1', 'LEVEL_2', 'LEVEL_3', 'NOT_LISTED'].map((l, i) => ({name: LEVELS[l].name, type: 'bar', stack: 'p', xAxisIndex: 1, yAxisIndex: 1, barCategoryGap: '12%',
      itemStyle: {color: LEVELS[l].color, borderColor: c.panel, borderWidth: 0.5, decal: [null, null, {symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: 0.785, color: 'rgba(0,0,0,.45)'}, {symbol: 'circle', symbolSize: 0.5, color: 'rgba(0,0,0,.45)'}][i]},
      data: scored.map((t) => ({value: isNumber(t.p[i]) ? 100 * t.p[i] : null, t}))}));
    const category = (index, label) => ({type: 'category', gridIndex: index, data: scored.map((t, k) => String(k + 1)), axisLabel: {show: label, color: c.soft}, axisTick: {show: false}, axisLine: {lineStyle: {color: c.soft}},
      name: label ? 'Order by score' : '', nameLocation: 'middle', nameGap: 26, nameTextStyle: {color: c.soft}});
    const lows = scored.map((t) => (isNumber(t.lo) ? t.lo : t.score));
    return {legend: {top: 0, textStyle: {color: c.ink}, data: Object.keys(LEVELS).slice(0, 4).map((l) => LEVELS[l].name)},
      grid: [{left: 46, right: 14, top: 36, height: 270}, {left: 46, right: 14, top: 340, height: 130}],
      xAxis: [category(0, false), category(1, true)],
      yAxis: [axis(c, 'Score', {nameGap: 30, min: Math.max(DATA.scale.min, Math.floor(Math.min(...lows))), max: DATA.scale.max}), axis(c, 'Share of draws, %', {gridIndex: 1, nameGap: 30, max: 100, interval: 50})],
      tooltip: tooltip(c, (p) => tip(p.data.t.en, `Score ${num(p.data.t.score)}` + (isNumber(p.data.t.lo) ? `, ${num(p.data.t.lo)} to ${num(p.data.t.hi)}` : ''),
        `Graded ${levelName(p.data.t.level)}`, `Level 1 ${percent(p.data.t.p[0])}, Level 2 ${percent(p.data.t.p[1])}, Level 3 ${percent(p.data.t.p[2])}, below ${percent(p.data.t.p[3])}`)),
      series: [whiskers, ...points, ...shares]};
  }

  let zoom = 1;
  function network(c, width) {
    const most = Math.max(...DATA.nodes.map((n) => n.strength));
    const heaviest = Math.max(1e-9, ...DATA.links.map((l) => l[2]));
    const color = (n) => OKABE_ITO[n.community % OKABE_ITO.length];
    const small = width < 600 ? 0.6 : 1;
    return {tooltip: tooltip(c, (p) => (p.dataType === 'edge' ? tip(`${DATA.nodes[p.data.a].ipc} – ${DATA.nodes[p.data.b].ipc}`, `Families together ${num(p.data.value, 1)} (fractional)`)
      : tip(p.data.n.ipc, `Community ${p.data.n.community}, ${words(p.data.n.quadrant).toLowerCase()}${p.data.n.key ? ', key node' : ''}`, `Strength ${num(p.data.n.strength, 1)}, ${int(p.data.n.families)} families, ${int(p.data.n.degree)} neighbours`,
        isNumber(p.data.n.growth) ? `Growth ${signed(100 * p.data.n.growth, 1)} % a year` : null))),
    series: [{type: 'graph', layout: 'none', roam: true, zoom, scaleLimit: {min: 0.5, max: 12}, labelLayout: {hideOverlap: true}, emphasis: {focus: 'adjacency'},
      label: {show: true, position: 'right', color: c.ink, fontSize: 11, formatter: (p) => p.data.n.ipc, textBorderColor: c.panel, textBorderWidth: 2},
      data: DATA.nodes.map((n, i) => ({id: String(i), name: String(i), n, x: n.x * 1000, y: n.y * 1000, symbol: SHAPES[n.community % SHAPES.length], symbolSize: small * (6 + 30 * Math.sqrt(n.strength / most)),
        itemStyle: {color: color(n), borderColor: n.key ? c.rim : c.panel, borderWidth: n.key ? 2 : 0.7}})),
      links: DATA.links.map(([a, b, value]) => ({source: String(a), target: String(b), a, b, value, lineStyle: {color: c.edge, opacity: 0.25 + 0.5 * (value / heaviest), width: 0.5 + 4 * (value / heaviest), curveness: 0.08}}))}]};
  }

  let gapAxis = 'growth';
  const gapX = (t) => (gapAxis === 'growth' ? t.gap.quantity : t.gap.composite);
  const gapY = (t) => (gapAxis === 'growth' ? t.gap.growth : t.score);
  function gap(c, width) {
    const shown = technologies.filter((t) => t.gap && isNumber(gapX(t)) && isNumber(gapY(t)));
    const sizes = Math.max(1, ...shown.map((t) => t.gap.n));
    const levels = Object.keys(LEVELS).filter((l) => shown.some((t) => t.level === l));
    const measure = shown.length && gapAxis === 'growth' ? {log_gap: 'Quantity gap (log of ratio of shares; right is ahead)', share_gap: 'Gap of shares (right is ahead)'}[shown[0].gap.quantityMeasure] : 'Composite gap (right is ahead)';
    const middle = gapAxis === 'growth' ? 0 : null;
    return {legend: {top: 0, textStyle: {color: c.ink}}, grid: {left: 56, right: 24, top: 40, bottom: 52}, tooltip: tooltip(c, (p) => tip(p.data.t.en, `${levelName(p.data.t.level)}, score ${num(p.data.t.score)}`,
      `Quantity ${signed(p.data.t.gap.quantity)}, growth ${signed(p.data.t.gap.growth)}`, `Composite ${signed(p.data.t.gap.composite)}: ${p.data.t.gap.state ? words(p.data.t.gap.state).toLowerCase() : 'undefined'}`, `${num(p.data.t.gap.n, 0)} families`)),
    xAxis: axis(c, measure, {scale: true}), yAxis: axis(c, gapAxis === 'growth' ? 'Growth gap (up is faster)' : 'Score', {nameGap: 38, scale: true}),
    graphic: shown.length ? [] : [{type: 'text', left: 'center', top: 'middle', style: {text: 'No technology has both figures; Data quality says which data are missing.', fill: c.soft, fontSize: 14}}],
    series: levels.map((l, i) => ({name: LEVELS[l].name, type: 'scatter', symbol: LEVELS[l].symbol, itemStyle: {color: LEVELS[l].color, borderColor: c.ink, borderWidth: 0.8, opacity: 0.9},
      labelLayout: {hideOverlap: true}, label: {show: width > 600, position: 'right', color: c.soft, fontSize: 11, formatter: (p) => short(p.data.t.en, 22)},
      data: shown.filter((t) => t.level === l).map((t) => ({value: [gapX(t), gapY(t)], symbolSize: 7 + 18 * Math.sqrt(t.gap.n / sizes), t})),
      markLine: i ? undefined : {silent: true, symbol: 'none', label: {show: false}, lineStyle: {color: c.ink, type: 'solid', width: 1}, data: [{xAxis: 0}].concat(middle === null ? [] : [{yAxis: middle}])}}))};
  }

  const SHOWN = {kendall_w: "Kendall's W", icc_2_k: 'ICC(2,k)', icc_2_1: 'ICC(2,1)', cronbach_alpha: 'Cronbach α', krippendorff_alpha: 'Krippendorff α', kripp_alpha: 'Krippendorff α'};
  const coefficients = DATA.agreement.filter((a) => SHOWN[a.measure] && isNumber(a.value));
  function agreement(c) {
    const groups = [...new Set(coefficients.map((a) => `${a.dimension}, round ${a.round}`))];
    const measures = [...new Set(coefficients.map((a) => a.measure))];
    return {legend: {top: 0, textStyle: {color: c.ink}}, grid: {left: 40, right: 10, top: 36, bottom: 64}, xAxis: {type: 'category', data: groups, axisLabel: {color: c.soft, interval: 0, rotate: groups.length > 4 ? 25 : 0, formatter: (g) => short(g, 22)}, axisLine: {lineStyle: {color: c.soft}}},
      yAxis: axis(c, '', {max: 1}), tooltip: tooltip(c, (p) => tip(p.name, `${p.seriesName} ${num(p.value, 3)}`)),
      series: measures.map((m, i) => ({name: SHOWN[m], type: 'bar', itemStyle: {color: OKABE_ITO[i % 7], borderColor: c.ink, borderWidth: 0.6},
        data: groups.map((g) => (coefficients.find((a) => a.measure === m && `${a.dimension}, round ${a.round}` === g) || {}).value)}))};
  }
  const judged = DATA.experts.filter((e) => isNumber(e.severity)).sort((a, b) => b.severity - a.severity);
  function experts(c) {
    return {grid: {left: 44, right: 10, top: 20, bottom: 60}, xAxis: {type: 'category', data: judged.map((e) => short(e.expertId, 10)), axisLabel: {color: c.soft, rotate: 60}, axisLine: {lineStyle: {color: c.soft}, onZero: false}}, yAxis: axis(c, ''),
      tooltip: tooltip(c, (p) => tip(p.data.e.expertId, `Severity ${signed(p.data.e.severity)} points (robust z ${signed(p.data.e.severityZ, 1)})`, p.data.e.isBiased ? '△ beyond 3.5 robust deviations' : null)),
      series: [{type: 'bar', data: judged.map((e) => ({value: e.severity, e, itemStyle: e.isBiased ? {color: '#D55E00', borderColor: c.ink, borderWidth: 2} : {color: '#56B4E9', borderColor: c.ink, borderWidth: 0.6},
        label: {show: e.isBiased, position: e.severity < 0 ? 'bottom' : 'top', formatter: '△', color: c.ink}}))}]};
  }

  draw('c-certainty', certainty, scored.length ? null : 'No technology has a score, so there is nothing to be sure of yet.');
  draw('c-network', network, DATA.nodes.length ? null : 'No network in this run.');
  const withGap = technologies.filter((t) => t.gap);
  const reference = withGap.length ? referenceName(withGap[0].gap.reference) : null;
  document.getElementById('gap-lead').textContent = reference ? `${DATA.focal} against ${reference}, all families. Size is the number of families; shape and colour are the level. Right of the line is ahead.` : '';
  /** The start of least cost of each number of clusters; silhouette on the left, stability on the right. */
  function scan(c) {
    const best = new Map();
    DATA.clusterScan.forEach((s) => { if (!best.has(s.k) || s.cost < best.get(s.k).cost) best.set(s.k, s); });
    const rows = [...best.values()].sort((a, b) => a.k - b.k);
    const line = (name, key, index, i) => ({name, type: 'line', yAxisIndex: index, symbol: SHAPES[i], symbolSize: 8, itemStyle: {color: OKABE_ITO[i]}, lineStyle: {color: OKABE_ITO[i], type: ['solid', 'dashed', 'dotted'][i]},
      data: rows.filter((s) => isNumber(s[key])).map((s) => ({value: [s.k, s[key]], s})),
      markLine: i ? undefined : {silent: true, symbol: 'none', lineStyle: {color: c.soft, type: 'dashed'}, data: rows.filter((s) => s.chosen).map((s) => ({xAxis: s.k, label: {formatter: `${s.k} in use`, color: c.soft}}))}});
    const series = [['Silhouette', 'silhouette', 0], ['ARI over seeds', 'ariMean', 1], ['Jaccard over bootstraps', 'jaccardMean', 1]].map((s, i) => line(...s, i)).filter((s) => s.data.length);
    return {legend: {top: 0, textStyle: {color: c.ink}, data: series.map((s) => s.name)}, grid: {left: 60, right: 60, top: 44, bottom: 44},
      xAxis: axis(c, 'Clusters', {scale: true}), yAxis: [axis(c, 'Silhouette', {scale: true, nameGap: 44}), axis(c, 'Stability', {min: 0, max: 1, nameGap: 32, show: series.some((s) => s.yAxisIndex)})],
      tooltip: tooltip(c, (p) => tip(`${p.data.s.k} clusters`, `${p.seriesName} ${num(p.value[1], 4)}`)), series};
  }
  if (DATA.clusterScan.length) draw('c-scan', scan);
  draw('c-gap', gap, withGap.length ? null : 'No gap is defined for the technologies of this run; Data quality says which data are missing.');
  draw('c-agreement', agreement, coefficients.length ? null : 'No coefficient is defined.');
  draw('c-experts', experts, judged.length ? null : 'No severity is defined.');

  const rebuild = () => charts.forEach(build);
  const find = (id) => charts.find((entry) => entry.box.id === id);
  dark.addEventListener('change', rebuild);
  window.addEventListener('beforeprint', () => {
    printing = true;
    rebuild();
  });
  window.addEventListener('afterprint', () => {
    printing = false;
    rebuild();
  });
  let pending = 0;
  window.addEventListener('resize', () => {
    clearTimeout(pending);
    pending = setTimeout(() => charts.forEach((entry) => entry.chart.resize()), 150);
  });
  function setZoom(factor) {
    const entry = find('c-network');
    if (!entry) return;
    const now = entry.chart.getOption().series[0];
    zoom = factor ? Math.max(0.5, Math.min(12, now.zoom * factor)) : 1;
    entry.chart.setOption({series: [factor ? {zoom} : {zoom, center: null}]});
  }
  document.getElementById('zoom-in').addEventListener('click', () => setZoom(1.4));
  document.getElementById('zoom-out').addEventListener('click', () => setZoom(1 / 1.4));
  document.getElementById('zoom-reset').addEventListener('click', () => setZoom(0));
  if (!find('c-network')) document.getElementById('zoom-in').parentElement.hidden = true;
  document.querySelectorAll('button.axis').forEach((button) => {
    if (!find('c-gap')) button.hidden = true;
    button.addEventListener('click', () => {
      gapAxis = button.dataset.axis;
      document.querySelectorAll('button.axis').forEach((other) => other.setAttribute('aria-pressed', String(other === button)));
      build(find('c-gap'));
    });
  });
  // A run without growth or without quantities starts with the axes it has.
  if (find('c-gap') && !withGap.some((t) => isNumber(t.gap.quantity) && isNumber(t.gap.growth)) && scored.length) document.querySelector('[data-axis=score]').click();
})();
