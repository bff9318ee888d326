// Figures: a chart with its controls, the table behind it, the query that gives that table, and pictures to save.
/** With single quotes, as it stands in attributes of saved pictures. */
const FONT = "'Segoe UI','Helvetica Neue',Arial,'Noto Sans','PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif";
const darkMedia = window.matchMedia('(prefers-color-scheme: dark)');
const isDark = () => !STATE.printing && (STATE.theme === 'dark' || (STATE.theme === 'auto' && darkMedia.matches));
/** Colours of a chart; those of the page in style sheets agree. */
const colours = (dark = isDark()) => (dark
  ? {ink: '#e8edf3', soft: '#a9b6c4', line: '#32404e', faint: '#222d38', panel: '#161e27', rim: '#ffffff', edge: '#7b8a99', lead: '#2fc79a', follow: '#ff8a3d', accent: '#58b0f0'}
  : {ink: '#14202b', soft: '#566371', line: '#d9dfe6', faint: '#eef1f5', panel: '#ffffff', rim: '#000000', edge: '#8492a0', lead: '#00805d', follow: '#c34f00', accent: '#0072B2'});
/** Blue and grey levels that are too dark or light for the background are lifted. */
const levelColour = (level) => (isDark() && level === 'LEVEL_1' ? '#2f9be0' : LEVELS[level].color);
/** Patterns that tell levels apart without colour. */
const DECALS = [null, {symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [1, 5], color: 'rgba(0,0,0,.55)'},
  {symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: Math.PI / 4, color: 'rgba(0,0,0,.5)'}, {symbol: 'circle', symbolSize: 0.6, color: 'rgba(0,0,0,.55)'}];

const CHARTS = new Map();
const seen = new IntersectionObserver((entries) => entries.forEach((entry) => {
  const chart = CHARTS.get(entry.target);
  if (chart) {
    chart.visible = entry.isIntersecting;
    if (chart.visible && chart.stale) build(chart);
  }
}), {rootMargin: '300px'});

function optionOf(chart, c, width) {
  const option = chart.option(c, width);
  // Few figures on a narrow axis, so that they stay apart.
  if (width < 520) [option.xAxis].flat().forEach((of) => of && of.type === 'value' && Object.assign(of, {splitNumber: 3}));
  return {animation: false, backgroundColor: 'transparent', textStyle: {color: c.ink, fontFamily: FONT}, aria: {enabled: false}, ...option};
}
function build(chart) {
  chart.stale = false;
  // Before printing, boxes still have their width on the screen; 680 px fit A4 and Letter.
  const width = STATE.printing ? 680 : chart.box.clientWidth;
  if (!width) return;
  const c = colours();
  const height = chart.height ? chart.height(width) : null;
  if (height) chart.box.style.height = height + 'px';
  if (chart.made) chart.made.dispose();
  chart.made = echarts.init(chart.box, null, {renderer: 'svg', width: STATE.printing ? width : undefined, height: height || undefined});
  chart.made.setOption(optionOf(chart, c, width));
  if (chart.built) chart.built(chart, c, width);
}
/** Draws again what is in sight, and the rest when it comes into sight. */
function redraw() {
  CHARTS.forEach((chart) => {
    if (STATE.printing || chart.visible) build(chart);
    else chart.stale = true;
  });
}
let resizing = 0;
window.addEventListener('resize', () => {
  clearTimeout(resizing);
  resizing = setTimeout(redraw, 150);
});
darkMedia.addEventListener('change', redraw);

function download(name, url) {
  const link = el('a', {href: url, download: name});
  document.body.append(link);
  link.click();
  link.remove();
}
const xml = (text) => text.replace(/[&<>"]/g, (c) => ({'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'})[c]);
/** A picture of a chart for print, with its title above and where it comes from below. */
function picture(figure) {
  const width = Math.max(760, figure.chart.box.clientWidth);
  const height = (figure.chart.height ? figure.chart.height(width) : figure.chart.box.clientHeight) || 480;
  const c = colours(false);
  const box = el('div');
  const made = echarts.init(box, null, {renderer: 'svg', ssr: true, width, height});
  made.setOption(optionOf(figure.chart, c, width));
  if (figure.chart.built) figure.chart.built({...figure.chart, made, forPicture: true}, c, width);
  const inner = made.renderToSVGString();
  made.dispose();
  const text = (x, y, size, weight, fill, of) => `<text x="${x}" y="${y}" font-family="${FONT}" font-size="${size}" font-weight="${weight}" fill="${fill}">${xml(of)}</text>`;
  const foot = `${DATA.header.project} · ${DATA.header.release} · ${DATA.tables[figure.source].table}` + (DATA.header.synthetic ? ' · SYNTHETIC DATA' : '');
  return {width: width + 32, height: height + 86, svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width + 32}" height="${height + 86}" viewBox="0 0 ${width + 32} ${height + 86}">` +
    `<rect width="100%" height="100%" fill="#ffffff"/>${text(16, 32, 18, 600, c.ink, short(figure.title(), 90))}<g transform="translate(16 48)">${inner}</g>${text(16, height + 72, 12, 400, c.soft, short(foot, 140))}</svg>`};
}
const svgUrl = (svg) => 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(svg);
function savePng(figure) {
  const {width, height, svg} = picture(figure);
  const image = new Image();
  image.onload = () => {
    const canvas = el('canvas', {width: 2 * width, height: 2 * height});
    const brush = canvas.getContext('2d');
    brush.scale(2, 2);
    brush.drawImage(image, 0, 0);
    download(figure.id + '.png', canvas.toDataURL('image/png'));
  };
  image.onerror = () => {
    throw new Error(`The picture of ${figure.id} cannot be drawn`);
  };
  image.src = svgUrl(svg);
}

/** The table and query of a figure, in folds below it; made when they are opened. */
function sourceFolds(spec) {
  const {table: name, sql} = DATA.tables[spec.source];
  const rows = el('details', {class: 'fold'}, el('summary', null, t('Table', '数据表')));
  rows.addEventListener('toggle', () => {
    if (rows.open && rows.children.length === 1) rows.append(spec.table ? spec.table() : sourceTable(spec.source, spec.title()));
  });
  const query = el('details', {class: 'fold'}, el('summary', null, t('Query', '查询语句')));
  query.addEventListener('toggle', () => {
    if (!query.open || query.children.length > 1) return;
    const sources = [spec.source, ...(spec.alsoFrom || [])];
    sources.forEach((source) => query.append(el('p', {class: 'soft'}, el('code', null, DATA.tables[source].table)), el('pre', {tabindex: 0}, el('code', null, DATA.tables[source].sql))));
    query.append(el('p', {class: 'soft'}, t('Run it with: ', '运行方式：'), el('code', null, 'smssev sql "…"')));
  });
  return {rows, query, name, sql};
}

/** The query alone, below a table that is shown as it is. */
const queryFold = (source) => el('div', {class: 'folds'}, sourceFolds({source, title: () => ''}).query);

/**
 * A figure.
 *
 * @param spec id, source (a table of the page), alsoFrom, title, lead, alt, option (colours, width), empty (whether there is
 *   nothing to draw: the figure is then hidden), height (width), built, controls, table
 */
function figure(spec) {
  const folds = sourceFolds(spec);
  const box = el('div', {class: 'chart', id: 'c-' + spec.id, role: 'img', 'aria-label': `${spec.title()}. ${t('The table below the figure has the same values.', '图下数据表含相同数据。')}`});
  const node = el('figure', {id: 'f-' + spec.id}, el('figcaption', null, el('h4', null, spec.title()), spec.lead ? el('p', {class: 'lead'}, spec.lead()) : null));
  if (spec.empty) {
    node.hidden = true;
    return node;
  }
  const chart = {box, option: spec.option, height: spec.height, built: spec.built, visible: false, stale: true, made: null};
  // Kept free before it is drawn, so that nothing below moves while somebody reads or clicks there.
  if (spec.height) box.style.height = spec.height(document.querySelector('main').clientWidth) + 'px';
  const own = {id: spec.id, title: spec.title, source: spec.source, chart};
  const saved = el('span', {class: 'saves'}, button('PNG', () => savePng(own), {'aria-label': t('Save as PNG: ', '保存为 PNG：') + spec.title()}),
    button('SVG', () => download(spec.id + '.svg', svgUrl(picture(own).svg)), {'aria-label': t('Save as SVG: ', '保存为 SVG：') + spec.title()}));
  if (spec.controls) node.append(el('div', {class: 'controls'}, spec.controls()));
  node.append(box, el('div', {class: 'source'}, el('span', null, t('Source: ', '来源：'), el('code', null, folds.name)), saved), el('div', {class: 'folds'}, folds.rows, folds.query));
  CHARTS.set(box, chart);
  seen.observe(box);
  node.redraw = () => build(chart);
  node.chart = chart;
  return node;
}
/** Takes figures off the page, with what watches them. */
function clear(box) {
  box.querySelectorAll('.chart').forEach((node) => {
    const chart = CHARTS.get(node);
    if (chart && chart.made) chart.made.dispose();
    seen.unobserve(node);
    CHARTS.delete(node);
  });
  box.replaceChildren();
}

/** A tooltip as an element, so that names in it stay text. */
const tip = (title, ...lines) => el('div', {style: 'max-width:330px;white-space:normal'}, el('b', null, bdi(short(title, 120))), lines.filter(Boolean).map((line) => el('div', null, line)));
const tooltip = (c, formatter, more) => ({trigger: 'item', confine: true, backgroundColor: c.panel, borderColor: c.line, textStyle: {color: c.ink, fontSize: 13}, formatter, ...more});
const axis = (c, name, more) => ({type: 'value', name, nameLocation: 'middle', nameGap: 30, nameTextStyle: {color: c.soft}, axisLine: {show: true, lineStyle: {color: c.soft}}, axisTick: {lineStyle: {color: c.soft}},
  axisLabel: {color: c.soft, formatter: (of) => String(of).replace('-', '−')}, splitLine: {lineStyle: {color: c.faint}}, ...more});
const names = (c, data, more) => ({type: 'category', data, inverse: true, axisTick: {show: false}, axisLine: {lineStyle: {color: c.line}}, axisLabel: {color: c.ink, fontSize: 12, interval: 0}, ...more});
/**
 * Names beside a vertical axis: whole where the widest has room, else cut to it.
 *
 * @param most share of the width of the chart that names may take
 * @return left (pixels to keep free for them) and the axis
 */
function sideNames(c, width, texts, most) {
  const plain = texts.map((text) => short(text, 200));
  const room = Math.round(Math.min(most * width, Math.max(60, ...plain.map((text) => wideOf(text, 12)))));
  const fitting = plain.map((text) => (wideOf(text, 12) <= room ? text : brief(text, Math.floor(room / 6.72) - 1)));
  // Letters differ in width: what the estimate lets through is cut as it is drawn.
  return {left: room + 12, axis: names(c, fitting, {axisLabel: {color: c.ink, fontSize: 12, interval: 0, width: room + 2, overflow: 'truncate'}})};
}
const legend = (c, more) => ({top: 0, left: 0, itemGap: 16, itemWidth: 14, itemHeight: 11, textStyle: {color: c.ink}, ...more});
/** Whiskers from low to high along the horizontal axis; data rows are [place, low, high]. */
const whiskers = (c, data, more) => ({type: 'custom', silent: true, z: 2, tooltip: {show: false}, ...more, data,
  renderItem: (params, api) => {
    const low = api.coord([api.value(1), api.value(0)]);
    const high = api.coord([api.value(2), api.value(0)]);
    const line = (x1, y1, x2, y2) => ({type: 'line', shape: {x1, y1, x2, y2}, style: {stroke: c.soft, lineWidth: 1.6}});
    return {type: 'group', children: [line(low[0], low[1], high[0], high[1]), line(low[0], low[1] - 4, low[0], low[1] + 4), line(high[0], high[1] - 4, high[0], high[1] + 4)]};
  }});
/** Where many rows are shown, a window of them that can be moved. */
function zoomed(c, count, most, more) {
  return count <= most ? [] : [{type: 'slider', orient: 'vertical', right: 2, width: 14, startValue: 0, endValue: most - 1, brushSelect: false, showDetail: false, showDataShadow: false, borderColor: c.line, fillerColor: 'rgba(127,140,155,.35)', ...more},
    {type: 'inside', orient: 'vertical', zoomOnMouseWheel: false, moveOnMouseWheel: 'ctrl', ...more}];
}
const cuts = (c, where, more) => ({silent: true, symbol: 'none', lineStyle: {color: c.soft, type: 'dashed', width: 1}, label: {color: c.soft, position: 'start', distance: 4, fontSize: 11}, ...more,
  data: [['LEVEL_1', DATA.header.scale.level1], ['LEVEL_2', DATA.header.scale.level2], ['LEVEL_3', DATA.header.scale.level3]].filter(([, at]) => isNumber(at)).map(([level, at]) => ({[where]: at, label: {formatter: `${LEVELS[level].mark} ${at}`}}))});
/** Opens a technology that a reader clicks in a chart. */
const opensTechnology = (chart) => chart.made.on && chart.made.on('click', (event) => {
  const id = event.data && event.data.id;
  if (id && TECHNOLOGY.has(id)) choose(id, chart.box);
});
/** A round figure not below the greatest, with room for a label. */
function roundSpan(most, room = 1.12) {
  const wanted = Math.max(1e-6, most * room);
  const ten = 10 ** Math.floor(Math.log10(wanted));
  return [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].map((step) => step * ten).find((of) => of >= wanted - 1e-12);
}
const touch = (a, b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
const wideOf = (text, size) => Array.from(text).reduce((sum, letter) => sum + (letter > '\u2e80' ? 1 : 0.56), 0) * size + 4;
/**
 * Where labels may stand, first come first served: on the first side of its mark where a label meets no mark and no label
 * already placed; one that meets some on all sides stays away.
 *
 * @param marks x, y, r (in pixels), text; the most important first
 * @return the side of each mark, or null
 */
function sidesOf(marks, width, height, size) {
  const taken = [];
  const boxes = marks.map(({x, y, r}) => [x - r, y - r, x + r, y + r]);
  const half = size / 2 + 2;
  return marks.map(({x, y, r, text, hidden}, own) => {
    if (hidden) return null;
    const wide = wideOf(text, size);
    const places = {right: [x + r + 3, y - half, x + r + 5 + wide, y + half], left: [x - r - 5 - wide, y - half, x - r - 3, y + half], top: [x - wide / 2, y - r - 3 - 2 * half, x + wide / 2, y - r - 3], bottom: [x - wide / 2, y + r + 3, x + wide / 2, y + r + 3 + 2 * half]};
    const side = Object.keys(places).find((of) => {
      const label = places[of];
      return label[0] >= 0 && label[2] <= width && label[1] >= 0 && label[3] <= height && !taken.some((other) => touch(label, other)) && !boxes.some((box, i) => i !== own && touch(label, box));
    });
    if (side) taken.push(places[side]);
    return side || null;
  });
}
/** Labels the marks of a scatter chart, the largest first, where they fit. */
function labelMarks(chart, c, textOf, size = 11) {
  const made = chart.made;
  const series = made.getOption().series;
  const marks = series.flatMap((of, s) => of.data.map((data, i) => {
    const [x, y] = made.convertToPixel({gridIndex: 0}, data.value);
    return {s, i, x, y, r: data.symbolSize / 2, text: textOf(data)};
  })).sort((a, b) => b.r - a.r || a.s - b.s || a.i - b.i);
  const sides = sidesOf(marks, made.getWidth(), made.getHeight() - 40, size);
  const labels = new Map(marks.map((mark, k) => [mark.s + ' ' + mark.i, {...mark, side: sides[k]}]));
  made.setOption({series: series.map((of, s) => ({data: of.data.map((data, i) => {
    const {side, text} = labels.get(s + ' ' + i);
    return {...data, label: {show: Boolean(side), position: side || 'right', distance: 3, color: c.soft, fontSize: size, formatter: () => text}};
  })}))});
}
