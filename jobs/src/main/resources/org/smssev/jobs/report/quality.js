// Quality and coverage of the data, the method card, the settings.
(function () {
  const FATES = [['new_records', '#0072B2'], ['corrected', '#56B4E9'], ['unchanged', '#009E73'], ['duplicate', '#E69F00'], ['quarantined', '#D55E00'], ['withdrawn_marked', '#CC79A7']];
  const total = (key) => rowsOf('ledger').reduce((sum, row) => sum + row[key], 0);
  function fates(c) {
    const bySource = [...grouped(rowsOf('ledger'), 'source')].map(([source, rows]) => ({source, read: rows.reduce((sum, row) => sum + row.read, 0), of: (key) => rows.reduce((sum, row) => sum + row[key], 0)}));
    const shown = FATES.filter(([key]) => total(key));
    return {legend: legend(c, {data: shown.map(([key]) => columnName(key))}), grid: {left: 120, right: 30, top: 34, bottom: 32}, xAxis: axis(c, '', {min: 0, max: 100, axisLabel: {color: c.soft, formatter: '{value} %'}}), yAxis: names(c, bySource.map((of) => short(of.source, 16))), tooltip: tooltip(c, (p) => tip(bySource[p.dataIndex].source, `${p.seriesName} ${int(bySource[p.dataIndex].of(p.data.key))}`, percent(p.value / 100, 2))),
      series: shown.map(([key, colour], i) => ({name: columnName(key), type: 'bar', stack: 'f', barWidth: 22, itemStyle: {color: colour, borderColor: c.panel, borderWidth: 0.6, decal: DECALS[i % 4] || undefined}, data: bySource.map((of) => ({value: of.read ? 100 * of.of(key) / of.read : 0, key}))}))};
  }
  const covered = rowsOf('coverage').filter((row) => isNumber(row.share));
  function coverage(c, width) {
    const side = sideNames(c, width, covered.map((row) => row.list_id), 0.38);
    return {grid: {left: side.left, right: 72, top: 8, bottom: 32}, xAxis: axis(c, '', {min: 0, axisLabel: {color: c.soft, formatter: (of) => Math.round(100 * of) + ' %'}}), yAxis: side.axis, tooltip: tooltip(c, (p) => tip(covered[p.dataIndex].list_id, `${percent(covered[p.dataIndex].share, 1)} (${percent(covered[p.dataIndex].low, 1)} – ${percent(covered[p.dataIndex].high, 1)})`, `${int(covered[p.dataIndex].families)} ${t('families', '个专利族')}`)),
      series: [{type: 'bar', barWidth: 16, itemStyle: {color: c.accent, borderColor: c.ink, borderWidth: 0.6}, data: covered.map((row) => row.share)},
        // Shares stand behind the whiskers, not on them.
        {type: 'scatter', silent: true, symbolSize: 1, itemStyle: {color: 'transparent'}, data: covered.map((row, i) => [isNumber(row.high) ? Math.max(row.high, row.share) : row.share, i]), label: {show: true, position: 'right', color: c.ink, distance: 6, formatter: (p) => percent(covered[p.dataIndex].share, 1)}}, whiskers(c, covered.map((row, i) => [i, row.low, row.high]).filter((row) => isNumber(row[1])), {encode: {x: [1, 2], y: 0}})]};
  }
  view('quality-body', () => {
    const box = byId('quality-body');
    clear(box);
    const read = total('read');
    const told = FATES.reduce((sum, [key]) => sum + total(key), 0);
    if (rowsOf('ledger').length) box.append(el('p', {class: 'say'}, told === read ? t(`All ${int(read)} records are accounted for.`, `读入的 ${int(read)} 条记录全部有去向。`) : t(`${int(read - told)} of ${int(read)} records are not accounted for.`, `读入的 ${int(read)} 条记录中有 ${int(read - told)} 条去向不明。`)));
    box.append(figure({id: 'ledger', source: 'ledger', title: () => t('What happened to the records', '读入记录的去向'), empty: !rowsOf('ledger').length, option: fates, height: () => 74 + 34 * new Set(rowsOf('ledger').map((row) => row.source)).size}),
      figure({id: 'coverage', source: 'coverage', title: () => t('Share of the patent families under each list', '各清单覆盖的专利比例'), empty: !covered.length, option: coverage, height: () => 56 + 34 * covered.length}));
    const completeness = rowsOf('completeness').filter((row) => row.nominated);
    if (completeness.length) box.append(el('h4', null, t('How complete the screen and the nominations are together', '筛选与专家合计的完整度')), table({caption: t('Completeness', '完整度'), rows: completeness, columns: ['method', 'screened', 'nominated', 'both', 'union', {key: 'estimate', as: 'number', digits: 0}, {key: 'lo95', as: 'number', digits: 0}, {key: 'hi95', as: 'number', digits: 0}, {key: 'coverage', as: 'percent'}, 'status', {key: 'assumption', cell: (row) => chinese(ASSUMPTIONS, row.assumption) || bdi(row.assumption, {lang: 'en'}), cls: 'wide'}]}), queryFold('completeness'));
    if (rowsOf('scopeQuality').length) box.append(el('h4', null, t('How well list entries match patents', '清单到专利映射的质量')), sourceTable('scopeQuality', t('Precision and recall', '准确率与召回率')), queryFold('scopeQuality'));
    const folds = sourceFolds({source: 'quality', title: () => t('Checks', '检查')});
    box.append(el('h4', null, t('Checks of the run', '运行检查')), table({caption: t('Checks of the run', '运行检查'), rows: rowsOf('quality'), filter: true, find: (row) => textOf(row) + '\n' + (CHECKS.get(row.check) || []).join('\n').toLowerCase(), page: 12, cls: 'tight stack', columns: [{key: 'outcome', cell: (row) => el('b', {class: 'outcome ' + row.outcome}, {FAIL: '✕ ', WARN: '△ ', PASS: '✓ ', INFO: '· '}[row.outcome] + value(row.outcome)), sort: (row) => ['FAIL', 'WARN', 'PASS', 'INFO'].indexOf(row.outcome)}, {key: 'stage', as: 'code'}, {key: 'check', cell: (row) => (chinese(CHECKS, row.check) || [el('span', {lang: 'en'}, row.check.replace(/_/g, ' '))])[0], cls: t(null, 'named')}, 'subject', {key: 'value', cell: (row) => (isNumber(row.value) ? (Number.isInteger(row.value) ? int(row.value) : num(row.value, 4)) : '–'), sort: (row) => row.value, cls: 'r'}, {key: 'limit', as: 'number'}, {key: 'message', cell: (row) => inWords(CHECKS, row.check, row.message) || bdi(row.message, {lang: 'en'}), cls: 'wide'}]}), el('div', {class: 'folds'}, folds.query));
  });
  const nameOfConvention = (id) => {
    const zh = chinese(CONVENTIONS, id);
    return zh ? el('dt', {lang: 'zh-CN'}, zh[0]) : el('dt', null, id.replace(/^(SCREEN|SUPPLEMENT)_|^[a-z]+\./, '').replace(/[_.-]/g, ' ').toLowerCase());
  };
  view('method-body', () => {
    const box = byId('method-body');
    const conventions = [...grouped(rowsOf('method'), 'stage')];
    const methodFolds = sourceFolds({source: 'method', title: () => t('Method card', '方法卡'), table: () => sourceTable('method', t('Method card', '方法卡'))});
    const settingFolds = sourceFolds({source: 'settings', title: () => t('Settings', '设置')});
    box.replaceChildren(...(conventions.length ? [el('div', {class: 'cards', lang: 'en'}, conventions.map(([stage, rows]) => el('article', {class: 'card'}, el('h4', {lang: STATE.lang}, value(stage)), el('dl', null, rows.map((row) => el('div', null, nameOfConvention(row.convention), el('dd', null, el('b', null, bdi(row.choice)), ' ', inWords(CONVENTIONS, row.convention, row.meaning) || bdi(row.meaning)))))))), el('div', {class: 'folds'}, methodFolds.rows, methodFolds.query)] : []));
    if (rowsOf('settings').length) {
      box.append(el('h4', null, t('Every setting of this run', '本次运行的全部设置')), table({caption: t('Settings', '设置'), rows: rowsOf('settings'), filter: true, page: 12, columns: [{key: 'key', cell: (row) => el('code', null, bdi(row.key))}, {key: 'value', name: t('Value', '值'), cell: (row) => (row.value === null ? '–' : bdi(row.value))}]}), el('div', {class: 'folds'}, settingFolds.query));
    }
  });
})();
