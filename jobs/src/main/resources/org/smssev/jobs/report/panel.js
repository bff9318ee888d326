// Agreement of the panel.
(function () {
  const SHOWN = ['kendall_w', 'icc_2_k', 'icc_2_1', 'cronbach_alpha', 'krippendorff', 'r_wg'];
  const coefficients = rowsOf('agreement').filter((row) => row.sector === 'ALL' && SHOWN.includes(row.measure) && isNumber(row.value));
  const measures = SHOWN.filter((measure) => coefficients.some((row) => row.measure === measure));
  const lines = [...new Set(coefficients.map((row) => `${row.dimension}\n${row.round}`))].sort();
  function agreement(c, width) {
    const labels = lines.map((line) => {
      const [dimension, round] = line.split('\n');
      return `${value(dimension)} · ${t('round', '轮')} ${round}`;
    });
    return {legend: legend(c, {data: measures.map(value)}), grid: {left: width < 520 ? 132 : 150, right: 24, top: width < 700 ? 92 : 52, bottom: 32}, xAxis: axis(c, '', {min: Math.min(0, ...coefficients.map((row) => Math.floor(10 * row.value) / 10)), max: 1}), yAxis: names(c, labels),
      tooltip: tooltip(c, (p) => tip(p.seriesName, `${num(p.data.row.value, 3)}` + (isNumber(p.data.row.lo95) ? `, ${interval(p.data.row.lo95, p.data.row.hi95, 3)}` : ''), `${int(p.data.row.experts)} ${t('experts', '位专家')}, ${int(p.data.row.candidates)} ${t('technologies', '项技术')}`, value(p.data.row.status))),
      series: measures.map((measure, i) => ({name: value(measure), type: 'scatter', symbol: SHAPES[i % SHAPES.length], symbolSize: 13, itemStyle: {color: OKABE_ITO[i], borderColor: c.ink, borderWidth: 0.9}, data: coefficients.filter((row) => row.measure === measure).map((row) => ({value: [row.value, lines.indexOf(`${row.dimension}\n${row.round}`)], row}))}))};
  }
  const judged = rowsOf('experts').filter((row) => isNumber(row.severity)).sort((a, b) => b.severity - a.severity || (a.expert_id < b.expert_id ? -1 : 1));
  function severity(c) {
    const span = roundSpan(Math.max(0.2, ...judged.map((row) => Math.abs(row.severity))), 1.2);
    return {grid: {left: 74, right: 60, top: 8, bottom: 46}, xAxis: axis(c, t('Points above (right) or below the panel', '高于（右）或低于专家组的分值'), {min: -span, max: span, interval: span / 2}), yAxis: names(c, judged.map((row) => short(row.expert_id, 12)), {axisLine: {lineStyle: {color: c.line}}}), dataZoom: zoomed(c, judged.length, 40),
      tooltip: tooltip(c, (p) => tip(p.data.row.expert_id, `${columnName('severity')} ${signed(p.data.row.severity)} (z ${signed(p.data.row.severity_z, 1)})`, p.data.row.sector ? value(p.data.row.sector) : null, p.data.row.is_biased ? '△ ' + t('more than 3.5 robust standard deviations from the panel', '超过 3.5 个稳健偏差') : null)),
      series: [{type: 'bar', barWidth: 11, data: judged.map((row) => ({value: row.severity, row, itemStyle: {color: row.is_biased ? '#D55E00' : '#56B4E9', borderColor: c.ink, borderWidth: row.is_biased ? 1.6 : 0.6, decal: row.is_biased ? DECALS[2] : undefined}, label: {show: row.is_biased, position: row.severity < 0 ? 'left' : 'right', color: c.ink, formatter: t('△ flagged', '△ 已标记')}}))}]};
  }
  const latest = rowsOf('sectors').filter((row) => row.round === LAST_ROUND && isNumber(row.difference));
  const apart = [...latest].sort((a, b) => b.difference - a.difference || (a.candidate_id < b.candidate_id ? -1 : 1)).slice(0, 20);
  function sectors(c, width) {
    const narrow = width < 640;
    const SECTORS = [['industry', 'rect', '#0072B2'], ['government', 'triangle', '#E69F00'], ['academia', 'diamond', '#009E73']];
    const all = apart.flatMap((row) => SECTORS.map(([key]) => row[key])).filter(isNumber);
    return {legend: legend(c, {data: SECTORS.map(([key]) => columnName(key))}), grid: {left: narrow ? 158 : 300, right: 24, top: 40, bottom: 32}, xAxis: axis(c, '', {min: Math.floor(Math.min(...all)), max: Math.ceil(Math.max(...all))}), yAxis: names(c, apart.map((row) => `${brief(nameOf(row.candidate_id), narrow ? 10 : 30)} · ${brief(value(row.dimension), 11)}${row.parted ? ' △' : ''}`)),
      tooltip: tooltip(c, (p) => tip(nameOf(p.data.id), `${value(p.data.row.dimension)}: ${p.seriesName} ${num(p.data.value[0])}`, `${columnName('difference')} ${num(p.data.row.difference)}, p ${num(p.data.row.p, 3)}`)),
      series: [whiskers(c, apart.map((row, i) => {
        const own = SECTORS.map(([key]) => row[key]).filter(isNumber);
        return [i, Math.min(...own), Math.max(...own)];
      }), {encode: {x: [1, 2], y: 0}}), ...SECTORS.map(([key, symbol, colour]) => ({name: columnName(key), type: 'scatter', symbol, symbolSize: 11, z: 3, itemStyle: {color: colour, borderColor: c.ink, borderWidth: 0.8}, data: apart.map((row, i) => (isNumber(row[key]) ? {value: [row[key], i], id: row.candidate_id, row} : null)).filter(Boolean)}))]};
  }
  view('panel-body', () => {
    const box = byId('panel-body');
    clear(box);
        if (rowsOf('rounds').length) {
      box.append(table({caption: t('Rounds of the panel', '专家轮次'), rows: rowsOf('rounds'), columns: ['round', 'sent', 'returned', {key: 'response', as: 'percent'}, 'completers', 'questions', {key: 'agreed', name: t('Agreed', '已达成一致'), as: 'percent'}, {key: 'stable', name: t('Stable', '已稳定'), as: 'percent'}, {key: 'settled', as: 'percent'}, 'decision']}), queryFold('rounds'));
    }
    box.append(figure({id: 'agreement', source: 'agreement', title: () => t('How far the experts agree', '专家一致程度'), lead: () => t('Each mark is a measure of agreement over the whole panel, by dimension and round. 1 is full agreement.', '全体专家按维度与轮次的系数，1 为完全一致。'), empty: !coefficients.length, option: agreement, height: (width) => 110 + 34 * lines.length + (width < 700 ? 40 : 0), table: () => sourceTable('agreement', t('Agreement', '一致性'), ['dimension', 'sector', 'round', {key: 'measure', as: 'code'}, {key: 'value', as: 'number', digits: 3}, {key: 'lo95', as: 'number', digits: 3}, {key: 'hi95', as: 'number', digits: 3}, 'experts', 'candidates', 'status'])}),
      figure({id: 'sectors', source: 'sectors', title: () => t('Where industry, government and academia differ', '产业、政府与学界的分歧'), lead: () => t('The chart shows the 20 questions of the last round with the largest differences between the medians of the sectors. △ marks a difference that counts by the rule of the method card.', '末轮中各界中位数差异最大的 20 个问题；△ 表示按方法卡规则判定为分歧。'), empty: !apart.length, option: sectors, height: () => 80 + 21 * Math.max(3, apart.length), built: opensTechnology, table: () => sourceTable('sectors', t('Sectors', '各界'), ['candidate_id', 'dimension', {key: 'industry', as: 'number'}, {key: 'government', as: 'number'}, {key: 'academia', as: 'number'}, {key: 'difference', as: 'number', down: true}, {key: 'p', as: 'number', digits: 3}, 'parted', 'status'], latest)}),
      figure({id: 'experts', source: 'experts', title: () => t('How strict each expert is', '各专家宽严程度'), empty: !judged.length, option: severity, height: () => 70 + 19 * Math.min(40, Math.max(3, judged.length)), table: () => sourceTable('experts', t('Experts', '专家'), ['expert_id', {key: 'sector', as: 'code'}, 'field', 'scored', 'missing', 'excluded', 'outliers', {key: 'severity', as: 'signed'}, {key: 'severity_z', as: 'signed', digits: 1}, 'is_biased', {key: 'authority', as: 'number'}, 'authority_status'])}));
  });
})();
