// How sure the levels are.
(function () {
  let which = 'all';
  const inOrder = [...SCORED].sort((a, b) => b.score - a.score || a.index - b.index);
  const shown = () => inOrder.filter((row) => which === 'all' || row.borderline);
  const MOST = 60;
  const ROW = 19;
  const height = () => Math.min(MOST, Math.max(3, shown().length)) * ROW + 92;

  function option(c, width) {
    const rows = shown();
    const narrow = width < 640;
    const side = sideNames(c, width, rows.map((row) => nameOf(row.technology_id)), narrow ? 0.38 : 0.44);
    const left = side.left;
    const split = narrow ? 0 : Math.round((width - left - 40) * 0.33);
    const lows = rows.map((row) => (isNumber(row.lo95) ? row.lo95 : row.score));
    const zoom = rows.length > MOST;
    const grid = [{left, right: (narrow ? 18 : split + 34) + (zoom ? 18 : 0), top: 56, bottom: 30}];
    if (!narrow) grid.push({right: 10 + (zoom ? 18 : 0), width: split, top: 56, bottom: 30});
    const levels = LEVEL_ORDER.filter((level) => rows.some((row) => row.level === level));
    const series = [whiskers(c, rows.map((row, i) => [i, row.lo95, row.hi95]).filter((row) => isNumber(row[1]) && isNumber(row[2])), {encode: {x: [1, 2], y: 0}}),
      ...levels.map((level, i) => ({name: levelName(level), type: 'scatter', symbol: LEVELS[level].symbol, symbolSize: 10, z: 3, itemStyle: {color: levelColour(level), borderColor: c.ink, borderWidth: 0.8},
        data: rows.map((row, k) => (row.level === level ? {value: [row.score, k], id: row.technology_id, row} : null)).filter(Boolean), markLine: i ? undefined : cuts(c, 'xAxis')}))];
    if (!narrow) {
      GRADED.forEach((level, i) => series.push({name: levelName(level), type: 'bar', stack: 'p', xAxisIndex: 1, yAxisIndex: 1, barWidth: ROW - 6, itemStyle: {color: levelColour(level), borderColor: c.panel, borderWidth: 0.6, decal: DECALS[i]},
        data: rows.map((row) => ({value: isNumber(row[CHANCES[i]]) ? 100 * row[CHANCES[i]] : null, id: row.technology_id, row}))}));
    }
    return {legend: legend(c, {data: GRADED.filter((level) => levels.includes(level) || !narrow).map(levelName)}), grid, dataZoom: zoomed(c, rows.length, MOST, {yAxisIndex: narrow ? [0] : [0, 1]}),
      xAxis: [axis(c, '', {min: Math.max(DATA.header.scale.min, Math.floor(Math.min(...lows))), max: DATA.header.scale.max}), ...(narrow ? [] : [axis(c, '', {gridIndex: 1, min: 0, max: 100, interval: 50, axisLabel: {color: c.soft, formatter: '{value} %'}})])],
      yAxis: [side.axis, ...(narrow ? [] : [names(c, side.axis.data, {gridIndex: 1, axisLabel: {show: false}})])],
      tooltip: tooltip(c, (p) => tip(nameOf(p.data.row.technology_id), `${t('Score', '得分')} ${num(p.data.row.score)}` + (isNumber(p.data.row.lo95) ? `, ${interval(p.data.row.lo95, p.data.row.hi95)}` : ''),
        `${t('Level', '评定')} ${levelName(p.data.row.level)}`, ...GRADED.map((level, i) => `${levelName(level)} ${percent(p.data.row[CHANCES[i]], 1)}`))), series};
  }

  view('certainty-body', () => {
    const box = byId('certainty-body');
    clear(box);
    const node = figure({id: 'certainty', source: 'technologies', title: () => t('Scores with 95 % intervals, and the chance of each level', '得分、95% 区间与各等级概率'),
      lead: () => t('Left: the score of each technology and its 95 % interval. Dashed lines are the lowest scores of the levels. Right: how often each level comes out when the panel is drawn again at random. Click a technology to see its details.',
        '左：各技术得分及专家重抽样区间，虚线为等级阈值。右：重抽样中各等级所占比例。点击技术查看依据。'),
      empty: !SCORED.length, option, height, built: opensTechnology,
      controls: () => select(t('Show', '显示'), [['all', t('All technologies with a score', '全部已评分')], ['borderline', t('Borderline cases only', '仅看临界')]], which, (of) => {
        which = of;
        node.redraw();
      }),
      table: () => sourceTable('technologies', t('Scores, intervals and chances', '得分、区间与概率'), ['technology_id', {key: 'name_en', cell: (row) => opens(row.technology_id), sort: (row) => nameOf(row.technology_id), name: t('Technology', '技术')}, {key: 'score', as: 'number'}, {key: 'lo95', as: 'number'}, {key: 'hi95', as: 'number'},
        {key: 'level', as: 'level'}, ...CHANCES.map((key) => ({key, as: 'percent', digits: 1})), {key: 'mc_error', as: 'percent', digits: 2}, 'interval_status', 'influential_expert', {key: 'influence', as: 'signed'}], SCORED)});
    box.append(node);
  });
})();
