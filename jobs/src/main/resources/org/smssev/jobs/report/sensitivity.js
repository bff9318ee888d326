// How far the levels depend on rules, weights, thresholds and single experts.
(function () {
  const rows = [...rowsOf('scenarios')].sort((a, b) => b.raised + b.lowered - a.raised - a.lowered || (a.scenario < b.scenario ? -1 : 1));
  const moving = rows.filter((row) => row.raised + row.lowered);
  const kept = () => SCORED.map((row) => {
    const own = rowsFor('sensitivity', 'technology_id', row.technology_id);
    return {row, of: own.length, same: own.filter((one) => one.level === row.level).length};
  }).filter((one) => one.of);
  function scenarios(c, width) {
    const narrow = width < 640;
    const rows = moving;
    const most = 2 * Math.ceil(0.6 * Math.max(1, ...rows.map((row) => Math.max(row.raised, row.lowered))));
    return {legend: legend(c, {data: [t('raised', '上调'), t('lowered', '下调')]}), grid: {left: narrow ? 130 : 220, right: 40, top: 40, bottom: 44}, dataZoom: zoomed(c, rows.length, 40), xAxis: axis(c, t('Technologies whose level changes', '等级改变的技术数'), {min: -most, max: most, interval: most / 2, axisLabel: {color: c.soft, formatter: (of) => String(Math.abs(of))}}), yAxis: names(c, rows.map((row) => brief(scenarioName(row.scenario), narrow ? 18 : 34)), {axisLine: {lineStyle: {color: c.line}}}),
      tooltip: tooltip(c, (p) => tip(scenarioName(rows[p.dataIndex].scenario), `${columnName('raised')} ${int(rows[p.dataIndex].raised)}, ${columnName('lowered')} ${int(rows[p.dataIndex].lowered)}`, `${columnName('rank_shift')} ${num(rows[p.dataIndex].rank_shift)}`, `${columnName('tau_b')} ${num(rows[p.dataIndex].tau_b, 3)}`)),
      series: [{name: t('raised', '上调'), type: 'bar', stack: 's', barWidth: 11, itemStyle: {color: c.lead, borderColor: c.ink, borderWidth: 0.6}, data: rows.map((row) => row.raised || null), label: {show: true, position: 'right', color: c.ink, fontSize: 11, formatter: (p) => (p.value ? '+' + p.value : '')}},
        {name: t('lowered', '下调'), type: 'bar', stack: 's', barWidth: 11, itemStyle: {color: c.follow, borderColor: c.ink, borderWidth: 0.6, decal: DECALS[2]}, data: rows.map((row) => (row.lowered ? -row.lowered : null)), label: {show: true, position: 'left', color: c.ink, fontSize: 11, formatter: (p) => (p.value ? '−' + -p.value : '')}}]};
  }
  const least = () => kept().filter((one) => one.same < one.of).sort((a, b) => a.same / a.of - b.same / b.of || a.row.index - b.row.index).slice(0, 25);
  function stability(c, width) {
    const shown = least();
    const narrow = width < 640;
    return {grid: {left: narrow ? 120 : 270, right: 70, top: 8, bottom: 32}, xAxis: axis(c, '', {min: 0, max: 100, axisLabel: {color: c.soft, formatter: '{value} %'}}), yAxis: names(c, shown.map(({row}) => brief(nameOf(row.technology_id), narrow ? 15 : 38))), tooltip: tooltip(c, (p) => tip(nameOf(p.data.id), levelName(p.data.one.row.level), t(`the same level in ${p.data.one.same} of ${p.data.one.of} scenarios`, `${p.data.one.of} 个情景中 ${p.data.one.same} 个不变`))),
      series: [{type: 'bar', barWidth: 11, data: shown.map((one) => ({value: 100 * one.same / one.of, one, id: one.row.technology_id, itemStyle: {color: levelColour(one.row.level), borderColor: c.ink, borderWidth: 0.6, decal: DECALS[GRADED.indexOf(one.row.level)] || undefined}, label: {show: true, position: 'right', color: c.ink, fontSize: 11, formatter: `${one.same} / ${one.of}`}}))}]};
  }
  view('sensitivity-body', () => {
    const box = byId('sensitivity-body');
    clear(box);
    if (!rows.length) return;
    const unstable = kept().filter((one) => one.same < one.of).length;
    box.append(el('p', {class: 'say'}, t(`${int(kept().length - unstable)} of ${int(kept().length)} technologies keep their level in all ${int(rows.length)} scenarios. A scenario repeats the grading with one change.`, `${int(kept().length)} 项技术中有 ${int(kept().length - unstable)} 项在全部 ${int(rows.length)} 个情景中等级不变。`)),
      figure({id: 'scenarios', source: 'scenarios', title: () => t('What other rules, weights and thresholds would change', '其他规则、权重与阈值的影响'), lead: () => t(`Bars count the technologies that rise or fall. ${int(rows.length - moving.length)} of the ${int(rows.length)} scenarios change no level; only the table lists them.`, `每个情景只改变一项。${int(rows.length)} 个情景中有 ${int(rows.length - moving.length)} 个不改变任何技术，仅列于数据表。`), empty: !moving.length, option: scenarios, height: () => 96 + 21 * Math.min(40, Math.max(2, moving.length)), table: () => sourceTable('scenarios', t('Scenarios', '情景'), [{key: 'scenario', cell: (row) => scenarioName(row.scenario)}, 'technologies', 'raised', 'lowered', {key: 'rank_shift', as: 'number'}, {key: 'tau_b', as: 'number', digits: 3}, {key: 'jaccard_level1', as: 'number'}, {key: 'largest_shift', as: 'number'}])}),
      figure({id: 'stability', source: 'sensitivity', title: () => t('Technologies whose level changes most often', '等级最依赖情景的技术'), lead: () => t('Share of the scenarios in which a technology keeps its level. The chart shows at most 25 technologies.', '保持等级不变的情景占比；至多 25 项。'), empty: !unstable, option: stability, height: () => 50 + 20 * Math.max(3, least().length), built: opensTechnology, table: () => sourceTable('sensitivity', t('Levels under each scenario', '各情景下的等级'), [{key: 'scenario', cell: (row) => scenarioName(row.scenario)}, {key: 'technology_id', cell: (row) => bdi(nameOf(row.technology_id)), sort: (row) => nameOf(row.technology_id)}, {key: 'score', as: 'number'}, {key: 'level', as: 'level'}])}));
    if (rowsOf('thresholds').length) {
      const folds = sourceFolds({source: 'thresholds', title: () => t('Thresholds', '阈值')});
      const those = (key) => ({key, cell: (row) => (row[key].length ? el('ul', {class: 'plain'}, row[key].map((id) => el('li', null, opens(id)))) : '–')});
      box.append(el('h4', null, t('The thresholds and the technologies next to them', '阈值及其邻近技术')), table({caption: t('Thresholds', '阈值'), rows: rowsOf('thresholds'), cls: 'tight stack', columns: [{key: 'level', as: 'level'}, {key: 'threshold', as: 'number'}, {key: 'next_above', as: 'number'}, {key: 'next_below', as: 'number'}, those('entering'), those('leaving'), {key: 'widest_cut', as: 'number'}, {key: 'widest_gap', as: 'number'}]}), el('div', {class: 'folds'}, folds.query));
    }
  });
})();
