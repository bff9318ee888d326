// The map of the IPC network.
(function () {
  const NODES = rowsOf('nodes').map((row, i) => ({...row, i, x: DATA.layout.x[i], y: DATA.layout.y[i], title: DATA.layout.titles[i]}));
  const INDEX = new Map(NODES.map((node) => [node.ipc, node.i]));
  const EDGES = rowsOf('edges').map((row) => ({...row, a: INDEX.get(row.ipc_a), b: INDEX.get(row.ipc_b)}));
  const SIZES = ['strength', 'families', 'degree', 'pagerank', 'betweenness', 'eigenvector', 'participation'].filter((size) => NODES.some((node) => isNumber(node[size]) && node[size] > 0));
  const state = {size: SIZES[0] || 'strength', least: 0.5, wanted: '', zoom: 1, community: ''};
  const heaviest = Math.max(1e-9, ...EDGES.map((edge) => edge.newman));
  const weights = EDGES.map((edge) => edge.newman).sort((a, b) => a - b);
  let shownChart = null;
  let drawnNodes = [];

  const matches = (node) => (!state.wanted || (node.ipc + ' ' + node.title).toLowerCase().includes(state.wanted)) && (state.community === '' || String(node.community) === state.community);
  const colour = (node) => OKABE_ITO[node.community % OKABE_ITO.length];

  const heightOf = (width) => Math.round(Math.max(400, Math.min(660, 0.74 * width)));
  const span = (key) => (NODES.length ? Math.max(...NODES.map((node) => node[key])) - Math.min(...NODES.map((node) => node[key])) : 0) || 1e-3;
  /** The layout has no direction of its own, so that a wide box may widen it, by no more than 1.4. */
  const stretch = (width) => Math.max(1, Math.min(1.4, ((width - 80) / (heightOf(width) - 40)) * (span('y') / span('x'))));
  const placeX = (node, width) => node.x * 1000 * stretch(width);
  /** A frame of the shape of the layout, so that marks keep theirs. */
  function frame(width) {
    const [wide, high] = [width - 80, heightOf(width) - 40];
    const shape = (span('x') * stretch(width)) / span('y');
    const fit = Math.min(wide / shape, high);
    return {left: (width - fit * shape) / 2, top: (heightOf(width) - fit) / 2, width: fit * shape, height: fit};
  }

  function option(c, width) {
    const most = Math.max(1e-9, ...NODES.map((node) => node[state.size] || 0));
    const small = width < 600 ? 0.6 : 0.9;
    const searching = state.wanted || state.community !== '';
    const least = weights.length ? weights[Math.min(weights.length - 1, Math.floor(state.least * weights.length))] : 0;
    return {tooltip: tooltip(c, (p) => (p.dataType === 'edge'
      ? tip(`${p.data.edge.ipc_a} – ${p.data.edge.ipc_b}`, `${columnName('full')}: ${int(p.data.edge.full)}`, `${columnName('newman')}: ${num(p.data.edge.newman, 1)}`, `${columnName('lift')}: ${num(p.data.edge.lift, 1)}`)
      : tip(p.data.node.ipc + (p.data.node.title ? '  ' + p.data.node.title : ''), `${columnName('community')} ${p.data.node.community}, ${value(p.data.node.quadrant)}${p.data.node.is_key_node ? t(', key node', '，关键节点') : ''}`,
        ...SIZES.map((size) => `${columnName(size)}: ${size === 'families' || size === 'degree' ? int(p.data.node[size]) : num(p.data.node[size], p.data.node[size] < 1 ? 4 : 1)}`),
        isNumber(p.data.node.growth) ? `${columnName('growth')}: ${percent(p.data.node.growth, 1)}` : null))),
    series: [{type: 'graph', layout: 'none', ...frame(width), roam: true, zoom: state.zoom, scaleLimit: {min: 0.6, max: 14}, nodeScaleRatio: 0.35, emphasis: {focus: 'adjacency', label: {show: true}}, blur: {itemStyle: {opacity: 0.15}, lineStyle: {opacity: 0.03}},
      label: {show: false, position: 'right', color: c.ink, fontSize: 11.5, textBorderColor: c.panel, textBorderWidth: 3, formatter: (p) => p.data.node.ipc},
      data: drawnNodes = NODES.map((node) => ({id: String(node.i), name: node.ipc, node, x: placeX(node, width), y: node.y * 1000, symbol: SHAPES[node.community % SHAPES.length], symbolSize: small * (5 + 30 * Math.sqrt(Math.max(0, node[state.size] || 0) / most)),
        itemStyle: {color: colour(node), opacity: searching && !matches(node) ? 0.12 : 0.92, borderColor: node.is_key_node ? c.rim : c.panel, borderWidth: node.is_key_node ? 2 : 0.7}})),
      links: EDGES.filter((edge) => edge.newman >= least).map((edge) => ({source: String(edge.a), target: String(edge.b), edge, lineStyle: {color: c.edge, opacity: searching ? 0.06 : 0.18 + 0.5 * (edge.newman / heaviest), width: 0.5 + 5 * Math.sqrt(edge.newman / heaviest) * (edge.newman / heaviest), curveness: 0.1}}))}]};
  }

  /** Shows the labels that fit, greatest nodes first, on the first side that is free of marks and of labels already shown. */
  function labels(chart) {
    const made = chart.made;
    const [width, height] = [made.getWidth(), made.getHeight()];
    const searching = state.wanted || state.community !== '';
    const data = drawnNodes;
    const order = [...NODES].sort((a, b) => (b[state.size] || 0) - (a[state.size] || 0) || a.i - b.i);
    const found = sidesOf(order.map((node) => {
      const [x, y] = made.convertToPixel({seriesIndex: 0}, [data[node.i].x, data[node.i].y]);
      return {x, y, r: data[node.i].symbolSize / 2 * Math.max(0.8, 1 + (state.zoom - 1) * 0.35), text: node.ipc, hidden: searching && !matches(node)};
    }), width, height, 11.5);
    const sides = new Map(order.map((node, k) => [node.i, found[k]]).filter(([, side]) => side));
    made.setOption({series: [{data: data.map((of, i) => ({...of, label: {show: sides.has(i), position: sides.get(i) || 'right', distance: 4}}))}]});
  }
  let pending = 0;
  function built(chart) {
    labels(chart);
    if (chart.forPicture) return;
    shownChart = chart;
    chart.made.on('graphroam', () => {
      const now = chart.made.getOption().series[0];
      state.zoom = now.zoom;
      clearTimeout(pending);
      pending = setTimeout(() => labels(chart), 120);
    });
    chart.made.on('click', (event) => event.data && event.data.node && about(event.data.node));
  }
  function zoomBy(factor) {
    if (!shownChart) return;
    state.zoom = factor ? Math.max(0.6, Math.min(14, state.zoom * factor)) : 1;
    shownChart.made.setOption({series: [factor ? {zoom: state.zoom} : {zoom: 1, center: null}]});
    labels(shownChart);
  }
  const neighbours = (node) => EDGES.filter((edge) => edge.a === node.i || edge.b === node.i).slice(0, 8);
  /** What the page says of a code that was searched for or clicked: also for those who do not see the map. */
  function about(node) {
    const near = neighbours(node);
    byId('network-about').replaceChildren(el('b', null, node.ipc), ' ', bdi(node.title), ` · ${columnName('community')} ${node.community} · ${value(node.quadrant)}${node.is_key_node ? ' · ' + t('key node', '关键节点') : ''} · ${columnName('families')} ${int(node.families)} · ${columnName('strength')} ${num(node.strength, 1)}`,
      near.length ? el('div', {class: 'soft'}, t('Strongest links in the map: ', '图中最强关联：'), near.map((edge) => NODES[edge.a === node.i ? edge.b : edge.a].ipc).join(', ')) : '',
      el('div', {class: 'soft'}, bdi(node.reason)));
  }
  function search(text, node) {
    state.wanted = text.trim().toLowerCase();
    const found = NODES.filter(matches);
    const said = byId('network-about');
    if (!state.wanted) said.textContent = '';
    else if (found.length) about(found.find((of) => of.ipc.toLowerCase() === state.wanted) || found[0]);
    else said.textContent = t('No code in the map matches.', '图中没有符合的代码。');
    node.querySelector('.hits').textContent = state.wanted ? t(`${int(found.length)} of ${int(NODES.length)} codes`, `${int(found.length)} / ${int(NODES.length)} 个代码`) : '';
    node.redraw();
  }

  view('network-body', () => {
    const box = byId('network-body');
    clear(box);
    const total = DATA.flow.find((step) => step.name === 'codes').value;
    const node = figure({id: 'network', source: 'nodes', alsoFrom: ['edges'], title: () => t('Map of the IPC network', 'IPC 共现网络图'),
      lead: () => t(`The IPC is the International Patent Classification. Codes lie close together if they often occur in the same patent families. The map shows the ${int(NODES.length)} strongest of ${int(total)} codes. Colour and shape mark the community. A strong rim marks a key node. Wider lines are stronger links.`,
        `同一专利族中共同出现的代码彼此靠近（VOS 布局）。图中为 ${int(total)} 个代码中最强的 ${int(NODES.length)} 个。颜色与形状：社区；粗边框：关键节点；线宽：关联强度。`),
      empty: !NODES.length, option, built, height: heightOf,
      controls: () => {
        const text = el('input', {type: 'search', id: 'network-search', placeholder: 'H01M 10'});
        text.value = state.wanted;
        text.addEventListener('input', () => search(text.value, node));
        const strength = el('input', {type: 'range', min: 0, max: 0.95, step: 0.05, value: state.least});
        strength.addEventListener('input', () => {
          state.least = Number(strength.value);
          node.redraw();
        });
        const communities = [...new Set(NODES.map((of) => of.community))].sort((a, b) => a - b);
        return [el('label', {class: 'field'}, el('span', null, t('Find a code', '查找代码')), text), select(t('Size', '大小'), SIZES.map((size) => [size, columnName(size)]), state.size, (of) => {
          state.size = of;
          node.redraw();
        }), select(columnName('community'), [['', t('All', '全部')], ...communities.map((of) => [String(of), `${of} (${int(NODES.filter((n) => n.community === of).length)})`])], state.community, (of) => {
          state.community = of;
          node.redraw();
        }), el('label', {class: 'field'}, el('span', null, t('Only strong links', '仅显示强关联')), strength),
        el('div', {class: 'zooms', role: 'group', 'aria-label': t('Zoom', '缩放')}, button('＋', () => zoomBy(1.5), {id: 'zoom-in', 'aria-label': t('Zoom in', '放大')}), button('－', () => zoomBy(1 / 1.5), {id: 'zoom-out', 'aria-label': t('Zoom out', '缩小')}), button(t('Reset', '还原'), () => zoomBy(0), {id: 'zoom-reset'})),
        el('output', {class: 'hits', 'aria-live': 'polite'})];
      },
      table: () => el('div', null, sourceTable('nodes', t('Codes in the map', '图中代码')), sourceTable('edges', t('Links in the map', '图中关联')))});
    box.append(node);
    if (NODES.length) box.append(el('p', {id: 'network-about', class: 'about', 'aria-live': 'polite'}));
    if (rowsOf('communities').length) {
      const folds = sourceFolds({source: 'communities', title: () => t('Communities', '社区'), table: () => sourceTable('communities', t('Communities', '社区'))});
      box.append(el('h4', null, t('Communities of codes', '代码社区')), el('div', {class: 'keys'}, rowsOf('communities').slice(0, 24).map((row) => el('div', {class: 'key'}, el('span', {class: 'swatch s' + (row.community % SHAPES.length), style: `--c:${OKABE_ITO[row.community % OKABE_ITO.length]}`, 'aria-hidden': 'true'}), el('div', null, el('b', null, `${columnName('community')} ${row.community}`), el('span', {class: 'soft'}, ` ${int(row.size)} ${t(row.size === 1 ? 'code' : 'codes', '个代码')}`), el('div', {class: 'codes'}, row.top_codes.slice(0, 6).map((code) => [el('code', null, code), ' '])))))), el('div', {class: 'folds'}, folds.rows, folds.query));
    }
  });
})();
