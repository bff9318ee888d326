// Country profiles: shares, specialisation and impact.
(function () {
  const RESIDUAL = new Set(['REST', 'BEST_OTHER', 'WORLD']);
  const bySubject = grouped(rowsOf('countries'), (row) => `${row.subject_kind} ${row.subject_id} ${row.measure}`);
  const ofTechnology = (id, measure) => bySubject.get(`${subjectOf(id)} ${measure}`) || [];
  const totals = new Map();
  TECHNOLOGIES.forEach((row) => ofTechnology(row.technology_id, 'share').forEach((of) => RESIDUAL.has(of.country) || totals.set(of.country, (totals.get(of.country) || 0) + (of.value || 0))));
  const COUNTRIES = [...totals.entries()].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([country]) => country);
  const measured = TECHNOLOGIES.filter((row) => ofTechnology(row.technology_id, 'share').length);
  const measures = ['share', 'rta', 'rci'].filter((measure) => rowsOf('countries').some((row) => row.measure === measure && isNumber(row.value)));
  const state = {measure: 'share', country: COUNTRIES.includes(DATA.header.focalCountry) ? DATA.header.focalCountry : COUNTRIES[0]};
  const textOfValue = (of) => (state.measure === 'share' ? String(Math.round(100 * of)) : num(of, 1));
  const MOST = 45;

  function heat(c, width) {
    const narrow = width < 640;
    const shown = narrow ? COUNTRIES.slice(0, 5) : COUNTRIES.slice(0, 12);
    const cells = [];
    measured.forEach((row, y) => ofTechnology(row.technology_id, state.measure).forEach((of) => {
      const x = shown.indexOf(of.country);
      if (x >= 0 && isNumber(of.value)) cells.push({value: [x, y, of.value], id: row.technology_id, of});
    }));
    const values = cells.map((cell) => cell.value[2]).sort((a, b) => a - b);
    const most = values.length ? values[Math.floor(0.97 * (values.length - 1))] : 1;
    const least = state.measure === 'share' ? 0 : 0;
    const dark = isDark();
    return {grid: {left: narrow ? 120 : 270, right: 26, top: 30, bottom: 10}, dataZoom: zoomed(c, measured.length, MOST), xAxis: {type: 'category', position: 'top', data: shown, axisTick: {show: false}, axisLine: {show: false}, axisLabel: {color: c.ink, fontWeight: 600, interval: 0}},
      yAxis: names(c, measured.map((row) => brief(nameOf(row.technology_id), narrow ? 15 : 38)), {axisLine: {show: false}, axisLabel: {color: c.ink, fontSize: 11.5, interval: 0}}),
      visualMap: {show: false, min: least, max: most || 1, dimension: 2, inRange: {color: dark ? ['#1b2631', '#1d4e74', '#2f9be0'] : ['#f4f7fa', '#a9cfe8', '#2a7db5']}},
      tooltip: tooltip(c, (p) => tip(nameOf(p.data.id), `${p.data.of.country}: ${value(state.measure)} ${state.measure === 'share' ? percent(p.data.of.value, 1) : num(p.data.of.value)}`, isNumber(p.data.of.lo95) ? interval(p.data.of.lo95, p.data.of.hi95, 3) : null, value(p.data.of.status))),
      series: [{type: 'heatmap', progressive: 0, itemStyle: {borderColor: c.panel, borderWidth: 1}, label: {show: true, fontSize: 11, formatter: (p) => textOfValue(p.value[2]), color: c.ink}, data: cells}]};
  }
  const profile = () => measured.map((row) => ({row, of: ofTechnology(row.technology_id, 'rta').find((one) => one.country === state.country)})).filter(({of}) => of && isNumber(of.value) && of.value > 0).sort((a, b) => b.of.value - a.of.value || a.row.index - b.row.index);
  /** The strongest and the weakest fields of a country, on a scale where twice and half are as far from 1. */
  function strengths(c, width) {
    const all = profile();
    const shown = all.length > 24 ? [...all.slice(0, 12), ...all.slice(-12)] : all;
    const narrow = width < 640;
    const logs = shown.map(({of}) => Math.log2(of.value));
    const span = Math.max(1, Math.ceil(Math.max(...logs.map(Math.abs)) + 0.25));
    return {grid: {left: narrow ? 120 : 270, right: 50, top: 10, bottom: 44}, xAxis: axis(c, t('Specialisation (RTA); 1 is the world average', '专业化（RTA），1 为世界平均'), {min: -span, max: span, interval: 1, axisLabel: {color: c.soft, formatter: (of) => (of >= 0 ? String(2 ** of) : '1/' + 2 ** -of)}}),
      yAxis: names(c, shown.map(({row}) => brief(nameOf(row.technology_id), narrow ? 15 : 38)), {axisLine: {onZero: false, lineStyle: {color: c.line}}}), tooltip: tooltip(c, (p) => tip(nameOf(p.data.id), `${value('rta')} ${num(p.data.rta)}`)),
      series: [{type: 'bar', barWidth: 11, data: shown.map(({row, of}) => ({value: Math.log2(of.value), rta: of.value, id: row.technology_id, itemStyle: {color: of.value >= 1 ? c.lead : c.follow, borderColor: c.ink, borderWidth: 0.6, decal: of.value >= 1 ? undefined : DECALS[2]}, label: {show: true, position: of.value >= 1 ? 'right' : 'left', color: c.ink, fontSize: 11, formatter: num(of.value, 1)}}))}]};
  }
  view('countries-body', () => {
    const box = byId('countries-body');
    clear(box);
    const empty = !measured.length || !COUNTRIES.length;
    const heatFigure = figure({id: 'countries', source: 'countries', title: () => t('Countries by technology', '各技术的国家格局'), lead: () => t('Choose a measure: the share of patent families in percent, specialisation (RTA) or citation impact (RCI). For RTA and RCI, 1 is the average. A family of several countries counts for each in part.', '专利族份额（%）、专业化（RTA，1 为平均）或引文影响（RCI，1 为平均）；全部专利族，分数计数。'), empty, option: heat, height: () => 50 + 20 * Math.min(MOST, Math.max(3, measured.length)), built: opensTechnology,
      controls: () => select(t('Show', '显示'), measures.map((of) => [of, value(of)]), state.measure, (of) => {
        state.measure = of;
        heatFigure.redraw();
      })});
    const profileFigure = figure({id: 'profile', source: 'countries', title: () => t('Profile of a country', '国家画像'), lead: () => t('Right: technologies in which the country has more families than its overall share suggests. Left: those with fewer. The chart shows at most 24.', '该国申请多于（右）或少于（左）其规模预期的技术；至多 24 项。'), empty, option: strengths, height: () => 70 + 19 * Math.min(24, Math.max(3, profile().length)), built: opensTechnology,
      controls: () => select(columnName('country'), COUNTRIES.map((of) => [of, of]), state.country, (of) => {
        state.country = of;
        profileFigure.redraw();
      })});
    box.append(heatFigure, profileFigure);
  });
})();
