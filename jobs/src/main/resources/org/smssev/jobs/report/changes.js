// What changed since the last release, and by which input.
(function () {
  const MARKS = {ENTERED: '＋', RAISED: '▲', LOWERED: '▼', LEFT: '－', SCORE_ONLY: '·'};
  const ORDER = Object.keys(MARKS);
  const rows = [...rowsOf('changes')].sort((a, b) => ORDER.indexOf(a.change) - ORDER.indexOf(b.change) || Math.abs((b.score_now || 0) - (b.score_before || 0)) - Math.abs((a.score_now || 0) - (a.score_before || 0)));
  const both = rows.filter((row) => isNumber(row.score_before) && isNumber(row.score_now));
  const MOST = 40;

  function option(c, width) {
    const side = sideNames(c, width, both.map((row) => nameOf(row.technology_id)), width < 640 ? 0.38 : 0.44);
    const all = both.flatMap((row) => [row.score_before, row.score_now]);
    return {grid: {left: side.left, right: 40, top: 46, bottom: 30}, legend: legend(c, {data: [t('before', '此前'), t('now', '现在')]}), dataZoom: zoomed(c, both.length, MOST),
      xAxis: axis(c, '', {min: Math.floor(Math.min(...all) * 2) / 2, max: Math.min(DATA.header.scale.max, Math.ceil(Math.max(...all) * 2) / 2)}), yAxis: side.axis,
      tooltip: tooltip(c, (p) => tip(nameOf(p.data.row.technology_id), value(p.data.row.change), `${num(p.data.row.score_before)} → ${num(p.data.row.score_now)}`, `${p.data.row.level_before ? levelName(p.data.row.level_before) : '–'} → ${p.data.row.level_now ? levelName(p.data.row.level_now) : '–'}`)),
      series: [whiskers(c, both.map((row, i) => [i, row.score_before, row.score_now]), {encode: {x: [1, 2], y: 0}}),
        {name: t('before', '此前'), type: 'scatter', symbol: 'circle', symbolSize: 9, z: 3, itemStyle: {color: c.panel, borderColor: c.soft, borderWidth: 2}, data: both.map((row, i) => ({value: [row.score_before, i], id: row.technology_id, row})), markLine: cuts(c, 'xAxis')},
        {name: t('now', '现在'), type: 'scatter', symbol: 'circle', symbolSize: 11, z: 4, itemStyle: {color: c.accent, borderColor: c.ink, borderWidth: 0.8}, data: both.map((row, i) => ({value: [row.score_now, i], id: row.technology_id, row})), label: {show: true, position: 'right', color: c.ink, fontSize: 11, formatter: (p) => MARKS[p.data.row.change]}}]};
  }
  view('changes-body', () => {
    const box = byId('changes-body');
    clear(box);
    if (!rows.length) return;
    const counts = ORDER.map((change) => [change, rows.filter((row) => row.change === change).length]).filter(([, n]) => n);
    box.append(el('p', {class: 'say'}, counts.map(([change, n]) => `${MARKS[change]} ${int(n)} ${value(change)}`).join(t('; ', '；'))));
    box.append(table({caption: t('What changed', '变化情况'), rows, filter: true, page: 15, cls: 'tight stack', find: (row) => (nameOf(row.technology_id) + ' ' + row.technology_id + ' ' + value(row.change)).toLowerCase(), columns: [
      {key: 'change', cell: (row) => el('b', {class: 'change ' + row.change}, MARKS[row.change] + ' ' + value(row.change)), sort: (row) => ORDER.indexOf(row.change)},
      {key: 'technology_id', name: t('Technology', '技术'), cell: (row) => (TECHNOLOGY.has(row.technology_id) ? opens(row.technology_id) : bdi(nameOf(row.technology_id), {class: 'clamp'})), sort: (row) => nameOf(row.technology_id)},
      {key: 'level_before', as: 'level'}, {key: 'level_now', as: 'level'}, {key: 'score_before', as: 'number'}, {key: 'score_now', as: 'number'},
      {key: 'difference', name: t('Difference', '差值'), as: 'signed', cell: (row) => (isNumber(row.score_before) && isNumber(row.score_now) ? signed(row.score_now - row.score_before) : '–'), sort: (row) => (isNumber(row.score_before) && isNumber(row.score_now) ? row.score_now - row.score_before : null)},
      {key: 'decisive', cell: (row) => row.decisive.map(value).join(', ') || '–'},
      {key: 'causes', cell: (row) => row.causes.filter((cause) => cause.part).map((cause) => `${value(cause.input)} ${signed(cause.part)}`).join('; ') || '–'},
      {key: 'note', cell: (row) => plainCell(noteText(row))}]}));
    box.append(figure({id: 'changes', source: 'changes', title: () => t('Scores before and now', '此前与现在的得分'), option, height: () => Math.min(MOST, Math.max(2, both.length)) * 22 + 84, built: opensTechnology,
      empty: !both.length}));
  });
})();
