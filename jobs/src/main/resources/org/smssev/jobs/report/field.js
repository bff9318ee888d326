// Where the field stands: clusters, gaps, growth curves.
(function () {
  const clusterName = (row) => `${row.cluster_id}  ${row.terms.slice(0, 3).map((term) => term.name).join(', ')}`;
  const real = rowsOf('clusters').filter((row) => row.cluster_id >= 0).sort((a, b) => b.size - a.size || a.cluster_id - b.cluster_id);
  function clusters(c, width) {
    const shown = real.filter((row) => isNumber(row.growth) && isNumber(row.median_year));
    const most = Math.max(1, ...shown.map((row) => row.size));
    return {grid: {left: 56, right: width > 480 ? 130 : 28, top: 20, bottom: 48}, xAxis: axis(c, columnName('median_year'), {scale: true, axisLabel: {color: c.soft, formatter: (of) => String(of)}}), yAxis: axis(c, columnName('growth'), {nameGap: 42, scale: true, axisLabel: {color: c.soft, formatter: (of) => Math.round(100 * of) + ' %'}}),
      tooltip: tooltip(c, (p) => tip(clusterName(p.data.row), `${int(p.data.row.size)} ${t('families', '个专利族')}`, `${columnName('growth')} ${percent(p.data.row.growth, 1)}`, `${columnName('median_year')} ${num(p.data.row.median_year, 0)}`, isNumber(p.data.row.stability) ? `${columnName('stability')} ${num(p.data.row.stability)}` : null)),
      series: [{type: 'scatter', itemStyle: {color: c.accent, opacity: 0.75, borderColor: c.ink, borderWidth: 0.8},
        data: shown.map((row) => ({value: [row.median_year, row.growth], symbolSize: 6 + 26 * Math.sqrt(row.size / most), row})), markLine: {silent: true, symbol: 'none', label: {show: false}, lineStyle: {color: c.soft, type: 'dashed'}, data: [{yAxis: 0}]}}]};
  }
  const clusterColumns = () => [{key: 'cluster_id', cls: 'r'}, {key: 'size', as: 'int', down: true}, {key: 'terms', cell: (row) => (row.terms.length ? bdi(row.terms.slice(0, 8).map((term) => term.name).join(', ')) : el('span', {class: 'soft'}, bdi(row.reason || '–'))), sort: (row) => row.terms.map((term) => term.name).join(' '), cls: 'wide'},
    {key: 'years', name: t('Families by year', '逐年专利族'), cell: (row) => sparkline(yearsOf('CLUSTER', String(row.cluster_id))), sort: (row) => row.growth, has: (row) => yearsOf('CLUSTER', String(row.cluster_id)).length > 1}, {key: 'growth', as: 'percent', digits: 1, down: true}, {key: 'young_share', as: 'percent', down: true}, {key: 'median_year', as: 'number', digits: 0},
    {key: 'stability', as: 'number', down: true}, {key: 'ipc', cell: (row) => el('span', {class: 'codes codelist'}, row.ipc.slice(0, 4).map((code) => [el('code', null, code.name), ' ']))}, {key: 'top_applicants', cell: (row) => bdi(row.top_applicants.slice(0, 3).map((of) => `${of.name} (${int(of.families)})`).join('; '), {class: 'clamp applicants'})}];
  /** The start of least cost of each number of clusters. */
  function scan(c) {
    const best = new Map();
    rowsOf('clusterScan').forEach((row) => {
      if (!best.has(row.k) || row.cost < best.get(row.k).cost) best.set(row.k, row);
    });
    const rows = [...best.values()].sort((a, b) => a.k - b.k);
    const series = [['silhouette', 0], ['ari_mean', 1], ['jaccard_mean', 1]].map(([key, index], i) => ({name: columnName(key), type: 'line', yAxisIndex: index, symbol: SHAPES[i], symbolSize: 8, itemStyle: {color: OKABE_ITO[i]}, lineStyle: {color: OKABE_ITO[i], type: DASHES[i]}, data: rows.filter((row) => isNumber(row[key])).map((row) => [row.k, row[key]]),
      markLine: i ? undefined : {silent: true, symbol: 'none', lineStyle: {color: c.soft, type: 'dashed'}, data: rows.filter((row) => row.chosen).map((row) => ({xAxis: row.k, label: {formatter: `${row.k}`, color: c.soft}}))}})).filter((of) => of.data.length);
    return {legend: legend(c, {data: series.map((of) => of.name)}), grid: {left: 62, right: 56, top: 40, bottom: 44}, xAxis: axis(c, columnName('k'), {scale: true}), yAxis: [axis(c, columnName('silhouette'), {scale: true, nameGap: 44}), axis(c, columnName('stability'), {min: 0, max: 1, nameGap: 34})],
      tooltip: tooltip(c, (p) => tip(`k = ${p.value[0]}`, `${p.seriesName} ${num(p.value[1], 4)}`)), series};
  }
  view('clusters-body', () => {
    const box = byId('clusters-body');
    clear(box);
    box.append(figure({id: 'clusters', source: 'clusters', alsoFrom: ['years'], title: () => t('Clusters: age and growth', '聚类：年龄与增长'), lead: () => t('Each circle is a cluster: patent families with similar words and IPC codes. Larger circles have more families. Young and growing clusters are in the upper right.', '每个圆为一个专利族聚类，大小为族数。右上：年轻且增长。'),
      empty: !real.some((row) => isNumber(row.growth) && isNumber(row.median_year)), option: clusters, height: () => 430, built: (chart, c) => labelMarks(chart, c, (data) => brief(data.row.terms.slice(0, 2).map((term) => term.name).join(', '), 26)), table: () => sourceTable('years', t('Families by year', '逐年专利族'))}));
    if (rowsOf('clusters').length) box.append(el('h4', null, t('Clusters and their terms', '聚类与标签词')), table({caption: t('Clusters', '聚类'), rows: [...rowsOf('clusters')].sort((a, b) => (a.cluster_id < 0) - (b.cluster_id < 0) || b.size - a.size || a.cluster_id - b.cluster_id), columns: clusterColumns(), filter: true, page: 12}), queryFold('clusters'));
    if (new Set(rowsOf('clusterScan').map((row) => row.k)).size > 1) box.append(figure({id: 'scan', source: 'clusterScan', title: () => t('How the number of clusters was chosen', '聚类数的选择'), option: scan, height: () => 300}));
  });

  // The gap quadrant.
  const measures = [...new Set(GAP_ROWS.flatMap((row) => row.parts.map((part) => part.measure)))].sort();
  const quadrant = {x: measures.includes('log_gap') ? 'log_gap' : 'composite', y: measures.includes('impact_gap') ? 'impact_gap' : measures.includes('growth_gap') ? 'growth_gap' : 'score', reference: REFERENCES[0], filter: 'ALL'};
  function figureOf(row, of, measure) {
    if (measure === 'score') return row.score;
    if (measure === 'composite') return of.composite;
    const part = of.parts.find((p) => p.measure === measure);
    return part ? part.value : null;
  }
  const placed = () => TECHNOLOGIES.map((row) => ({row, gap: gapOf(row.technology_id, quadrant.reference, quadrant.filter)})).filter((of) => of.gap).map((of) => ({...of, x: figureOf(of.row, of.gap, quadrant.x), y: figureOf(of.row, of.gap, quadrant.y)})).filter((of) => isNumber(of.x) && isNumber(of.y));
  function quadrants(c, width) {
    const shown = placed();
    const most = Math.max(1, ...shown.map((of) => of.gap.n_obs));
    const levels = LEVEL_ORDER.filter((level) => shown.some((of) => of.row.level === level));
    const span = (key) => roundSpan(Math.max(0.1, ...shown.map((of) => Math.abs(of[key]))));
    const around = (key) => (quadrant[key] === 'score' ? {scale: true} : {min: -span(key), max: span(key), interval: span(key) / 2});
    const corner = (left, top, text) => ({type: 'text', ...left, ...top, silent: true, style: {text, fill: c.soft, fontSize: 12, fontFamily: FONT}});
    const corners = quadrant.y === 'score' || !shown.length ? [] : [corner({left: 66}, {top: 46}, t('behind across, ahead up ↑', '此轴落后，纵轴领先 ↑')), corner({right: 30}, {top: 46}, t('ahead in both ↗', '两轴均领先 ↗')), corner({left: 66}, {bottom: 62}, t('behind in both ↙', '两轴均落后 ↙')), corner({right: 30}, {bottom: 62}, t('ahead across, behind up →', '此轴领先，纵轴落后 →'))];
    return {legend: SCORED.length ? legend(c, {data: levels.map(levelName)}) : undefined, grid: {left: 58, right: 24, top: 40, bottom: 54}, graphic: shown.length ? corners : [{type: 'text', left: 'center', top: 'middle', style: {text: t('No technology has both values.', '没有技术同时具备两项数值。'), fill: c.soft, fontSize: 14}}],
      xAxis: axis(c, value(quadrant.x), around('x')), yAxis: axis(c, value(quadrant.y), {nameGap: 42, ...around('y')}),
      tooltip: tooltip(c, (p) => tip(nameOf(p.data.id), SCORED.length ? `${levelName(p.data.of.row.level)}, ${num(p.data.of.row.score)}` : '', `${value(quadrant.x)} ${signed(p.data.of.x)}`, `${value(quadrant.y)} ${signed(p.data.of.y)}`, `${value('composite')} ${signed(p.data.of.gap.composite)} (${interval(p.data.of.gap.lo95, p.data.of.gap.hi95)}): ${value(p.data.of.gap.state || p.data.of.gap.status)}`, `${num(p.data.of.gap.n_obs, 0)} ${t('families', '个专利族')}`)),
      series: levels.map((level, i) => ({name: levelName(level), type: 'scatter', symbol: LEVELS[level].symbol, itemStyle: LEVELS[level].hollow && SCORED.length ? {color: c.panel, borderColor: c.soft, borderWidth: 1.8} : {color: SCORED.length ? levelColour(level) : c.accent, borderColor: c.ink, borderWidth: 0.8, opacity: 0.92},
        data: shown.filter((of) => of.row.level === level).map((of) => ({value: [of.x, of.y], symbolSize: 8 + 16 * Math.sqrt(of.gap.n_obs / most), id: of.row.technology_id, of})), markLine: i ? undefined : {silent: true, symbol: 'none', label: {show: false}, lineStyle: {color: c.soft, type: 'solid', width: 1.2}, data: quadrant.y === 'score' ? [{xAxis: 0}] : [{xAxis: 0}, {yAxis: 0}]}}))};
  }
  view('gap-body', () => {
    const box = byId('gap-body');
    clear(box);
    const axes = [...measures, 'composite', ...(SCORED.length ? ['score'] : [])].map((measure) => [measure, value(measure)]);
    const set = (key) => (of) => {
      quadrant[key] = of;
      node.redraw();
    };
    const filters = [...new Set(GAP_ROWS.map((row) => row.family_filter))].sort();
    const node = figure({id: 'gap', source: 'gaps', title: () => t(`Where ${DATA.header.focalCountry} is ahead and where it is behind`, `${DATA.header.focalCountry} 的领先与落后`), lead: () => t('Each mark is a technology. Larger marks have more families. Right and up mean ahead of the reference country or group.', '每个标记为一项技术，大小为所依据的族数。向右、向上为领先于参照。'),
      empty: !GAP_ROWS.length, option: quadrants, height: (width) => (width < 600 ? 420 : 560), built: (chart, c, width) => {
        opensTechnology(chart);
        if (width > 520) labelMarks(chart, c, (data) => brief(nameOf(data.id), 26));
      },
      controls: () => [select(t('Horizontal axis', '横轴'), axes, quadrant.x, set('x')), select(t('Vertical axis', '纵轴'), axes, quadrant.y, set('y')), select(columnName('reference'), REFERENCES.map((of) => [of, value(of)]), quadrant.reference, set('reference')), filters.length > 1 ? select(columnName('family_filter'), filters.map((of) => [of, value('filter.' + of)]), quadrant.filter, set('filter')) : ''],
      table: () => sourceTable('gaps', t('Gaps', '差距'), ['candidate_id', 'reference', 'family_filter', {key: 'composite', as: 'signed'}, {key: 'lo95', as: 'signed'}, {key: 'hi95', as: 'signed'}, 'state', 'quantity_state', {key: 'parts', cell: (row) => row.parts.map((part) => `${value(part.measure)} ${signed(part.value)}`).join('; ')}, {key: 'n_obs', as: 'int'}, 'status'])});
    box.append(node);
  });

  // Growth curves.
  const measureOf = (() => {
    const groups = new Map(rowsOf('maturity').map((row) => [`${row.subject_kind} ${row.subject_id} ${row.measure}`, row]));
    return (subject, measure) => groups.get(`${subject} ${measure}`) || {};
  })();
  const STATES = [['emerging', 0.1], ['growing', 0.5], ['maturing', 0.9], ['saturated', 1]];
  const matured = () => TECHNOLOGIES.map((row) => ({row, of: measureOf(subjectOf(row.technology_id), 'maturity')})).filter(({of}) => isNumber(of.value)).sort((a, b) => a.of.value - b.of.value || a.row.index - b.row.index);
  function maturity(c, width) {
    const shown = matured();
    const narrow = width < 640;
    const bands = STATES.map(([state, to], i) => [{xAxis: i ? STATES[i - 1][1] : 0, name: value('curve.' + state), itemStyle: {color: i % 2 ? 'transparent' : c.faint}, label: {color: c.soft, position: 'top', fontSize: 11, show: !narrow || i !== 0}}, {xAxis: to}]);
    return {grid: {left: narrow ? 120 : 270, right: 40, top: 34, bottom: 34}, dataZoom: zoomed(c, shown.length, 40), xAxis: axis(c, '', {min: 0, max: 1, axisLabel: {color: c.soft, formatter: (of) => Math.round(100 * of) + ' %'}}), yAxis: names(c, shown.map(({row}) => brief(nameOf(row.technology_id), narrow ? 15 : 38))),
      tooltip: tooltip(c, (p) => tip(nameOf(p.data.id), `${value('maturity')} ${percent(p.data.value[0])}`)), series: [whiskers(c, shown.map(({of}, i) => [i, of.lo95, of.hi95]).filter((row) => isNumber(row[1])), {encode: {x: [1, 2], y: 0}}),
        {type: 'scatter', symbolSize: 10, z: 3, itemStyle: {color: c.accent, borderColor: c.ink, borderWidth: 0.8}, markArea: {silent: true, data: bands}, data: shown.map(({row, of}, i) => ({value: [of.value, i], id: row.technology_id}))}]};
  }
  /** Cumulative families with the logistic curve that the maturity and the years from 10 to 90 % stand for. */
  function curve(c) {
    const id = STATE.technology;
    const subject = subjectOf(id);
    const counts = yearsOf('CANDIDATE', id);
    const share = measureOf(subject, 'maturity');
    const span = measureOf(subject, 'growth_years');
    let sum = 0;
    const points = counts.map((row) => [row.year, (sum += row.families), row.families]);
    const last = Number(String(share.window || '').split('-')[1]) || (points.length ? points[points.length - 1][0] : 0);
    const complete = points.filter(([year]) => year <= last);
    const series = [{name: t('Families in the year', '当年专利族'), type: 'bar', yAxisIndex: 1, itemStyle: {color: c.line, borderColor: c.soft, borderWidth: 0.5}, data: points.map(([year, , own]) => ({value: [year, own], itemStyle: year > last ? {decal: DECALS[2]} : undefined}))},
      {name: t('Cumulative', '累计'), type: 'line', symbol: 'circle', symbolSize: 6, lineStyle: {width: 0}, itemStyle: {color: c.accent, borderColor: c.ink, borderWidth: 0.6}, data: points.map(([year, total]) => [year, total])}];
    if (isNumber(share.value) && share.value < 1 && isNumber(span.value) && complete.length) {
      const level = complete[complete.length - 1][1] / share.value;
      const rate = Math.log(81) / span.value;
      const middle = last - Math.log(share.value / (1 - share.value)) / rate;
      const first = points[0][0];
      const years = Array.from({length: Math.max(2, last + 10 - first) + 1}, (of, i) => first + i);
      series.push({name: t('Logistic curve', '逻辑斯蒂曲线'), type: 'line', showSymbol: false, lineStyle: {color: c.ink, type: 'dashed', width: 2}, itemStyle: {color: c.ink}, data: years.map((year) => [year, level / (1 + Math.exp(-rate * (year - middle)))]),
        markLine: {silent: true, symbol: 'none', lineStyle: {color: c.soft, type: 'dotted'}, data: [{yAxis: level, label: {formatter: t('level ', '水平 ') + int(level), color: c.soft, position: 'insideStartTop'}}]}});
    }
    return {legend: legend(c, {data: series.map((of) => of.name)}), grid: {left: 62, right: 58, top: 44, bottom: 34}, xAxis: axis(c, '', {scale: true, minInterval: 1, axisLabel: {color: c.soft, formatter: (of) => String(of)}, splitLine: {show: false}}), yAxis: [axis(c, t('Cumulative families', '累计专利族'), {nameGap: 46}), axis(c, t('In the year', '当年'), {nameGap: 40, splitLine: {show: false}})],
      tooltip: tooltip(c, (p) => tip(String(p.value[0]), `${p.seriesName} ${int(p.value[1])}`)), series};
  }
  const curveOf = (id) => figure({id: 'curve', source: 'years', alsoFrom: ['maturity'], title: () => t('S-curve of ', 'S 曲线：') + (id ? short(nameOf(id), 60) : '–'),
    lead: () => t('The curve belongs to the technology chosen under “Why”. Points: all families up to a year. Dashed line: the fitted logistic curve, if its final level is clear. Bars: families in the year; hatched years are incomplete.',
      '点：“依据”一节所选技术的累计专利族。虚线：水平可识别时，以测得的水平与速度、过最后完整年份的逻辑斯蒂曲线。柱：当年专利族，斜纹为不完整年份。'),
    empty: !id || !yearsOf('CANDIDATE', id).length, option: curve, height: () => 340, table: () => sourceTable('years', t('Families by year', '逐年专利族'), ['year', 'families'], yearsOf('CANDIDATE', id))});
  let curveFigure = null;
  view('curves-body', () => {
    const box = byId('curves-body');
    clear(box);
    const rows = matured();
    box.append(figure({id: 'maturity', source: 'maturity', title: () => t('How far each technology is along its S-curve', '各技术在 S 曲线上的位置'), lead: () => t(`Families so far, as a share of the final level of the fitted curve, with a 95 % interval. ${int(TECHNOLOGIES.length - rows.length)} technologies are left out: their final level is unclear, or they have no patents.`, `累计专利族占逻辑斯蒂曲线极限水平的比例及95%区间。${int(TECHNOLOGIES.length - rows.length)} 项技术因水平不可识别或无专利而未列出。`),
      empty: !rows.length, option: maturity, height: () => 70 + 19 * Math.min(40, Math.max(3, rows.length)), built: opensTechnology}));
    curveFigure = curveOf(STATE.technology);
    box.append(curveFigure);
  });
  CHOSEN.push((id) => {
    const again = curveOf(id);
    curveFigure.replaceWith(again);
    CHARTS.forEach((chart, node) => node.isConnected || CHARTS.delete(node));
    curveFigure = again;
  });
})();
