// Why: a technology taken apart.
const WHY = {from: null};
const DIMENSIONS = [...new Set(rowsOf('ratings').map((row) => row.dimension))];
const LAST_ROUND = Math.max(0, ...rowsOf('questions').map((row) => row.round));

/** The subject whose shares and growth by country stand for a technology: what it was made of first. */
const subjects = new Set(['countries', 'maturity'].flatMap((id) => rowsOf(id).map((row) => row.subject_kind + ' ' + row.subject_id)));
function subjectOf(id) {
  const candidate = rowsFor('candidates', 'candidate_id', id)[0];
  const members = rowsFor('members', 'candidate_id', id).filter((row) => row.member_kind === 'TECHNOLOGY' || row.member_kind === 'CLUSTER')
    .sort((a, b) => (candidate && b.member_kind === candidate.source) - (candidate && a.member_kind === candidate.source) || (b.overlap || 0) - (a.overlap || 0));
  return ['CANDIDATE ' + id, ...members.map((row) => row.member_kind + ' ' + row.member_id)].find((subject) => subjects.has(subject)) || null;
}
/** Gaps of technologies, each over its own families. */
const GAP_ROWS = [...rowsOf('gaps'), ...rowsOf('nominatedGaps')];
const REFERENCES = [...new Set(GAP_ROWS.map((row) => row.reference))].sort((a, b) => (b === 'BEST_OTHER') - (a === 'BEST_OTHER') || (b === 'REST') - (a === 'REST') || (a < b ? -1 : 1));
const gapKey = (row) => `${row.candidate_id} ${row.reference} ${row.family_filter}`;
const GAPS = new Map(GAP_ROWS.map((row) => [gapKey(row), row]));
const gapOf = (id, reference, filter) => GAPS.get(`${id} ${reference} ${filter}`) || null;
/** Families of a technology by year, in the order of years. */
const yearsOf = (() => {
  const groups = grouped(rowsOf('years'), (row) => row.subject_kind + ' ' + row.subject_id);
  return (kind, id) => groups.get(kind + ' ' + id) || [];
})();

(function () {
  const block = (title, ...content) => el('section', {class: 'block'}, el('h4', null, title), ...content);
  const facts = (pairs) => el('dl', {class: 'facts'}, pairs.filter(([, of]) => of !== null && of !== undefined && of !== '–').map(([name, of]) => el('div', null, el('dt', null, name), el('dd', null, of))));

  function ratingsFigure(id) {
    const ratings = DIMENSIONS.map((dimension) => rowsFor('ratings', 'candidate_id', id).find((row) => row.dimension === dimension)).filter((row) => row && isNumber(row.rating));
    const questions = rowsFor('questions', 'candidate_id', id).filter((row) => row.round === LAST_ROUND);
    const sectors = rowsFor('sectors', 'candidate_id', id).filter((row) => row.round === LAST_ROUND);
    const at = (rows, dimension) => rows.find((row) => row.dimension === dimension) || {};
    const SECTORS = [['industry', 'rect'], ['government', 'triangle'], ['academia', 'diamond']];
    return figure({id: 'why-ratings', source: 'ratings', alsoFrom: ['questions', 'sectors'], title: () => t('Ratings by dimension, and how far the panel differs', '各维度评分与专家分歧'),
      lead: () => t('The dot is the rating, the line its 95 % interval. The bar holds the middle half of the scores. Open symbols are the medians of industry, government and academia.', '点与须线：评分及95%区间。条：中间一半评分的范围。空心符号：产业、政府、学界的中位数。'),
      empty: !ratings.length, height: () => 96 + 46 * ratings.length,
      option: (c, width) => {
        const values = ratings.flatMap((row) => [row.rating, row.lo95, row.hi95, at(questions, row.dimension).q1, at(questions, row.dimension).q3, ...SECTORS.map(([key]) => at(sectors, row.dimension)[key])]).filter(isNumber);
        return {legend: legend(c, {data: [t('Rating', '评分'), t('Middle half', '中间一半'), ...SECTORS.map(([key]) => columnName(key))]}), grid: {left: width < 520 ? 84 : 110, right: 24, top: 44, bottom: 34},
          xAxis: axis(c, '', {min: Math.max(DATA.header.scale.min, Math.floor(Math.min(...values))), max: Math.min(DATA.header.scale.max, Math.ceil(Math.max(...values)))}), yAxis: names(c, ratings.map((row) => value(row.dimension))),
          tooltip: tooltip(c, (p) => tip(p.seriesName, num(Array.isArray(p.value) ? p.value[0] : p.value))),
          series: [{name: t('Middle half', '中间一半'), type: 'custom', z: 1, itemStyle: {color: c.line}, encode: {x: [1, 2], y: 0}, silent: true,
            data: ratings.map((row, i) => [i, at(questions, row.dimension).q1, at(questions, row.dimension).q3]).filter((row) => isNumber(row[1])),
            renderItem: (params, api) => {
              const [x1, y] = api.coord([api.value(1), api.value(0)]);
              const [x2] = api.coord([api.value(2), api.value(0)]);
              return {type: 'rect', shape: {x: x1, y: y - 11, width: Math.max(2, x2 - x1), height: 22}, style: {fill: c.line, opacity: 0.8}};
            }}, whiskers(c, ratings.map((row, i) => [i, row.lo95, row.hi95]).filter((row) => isNumber(row[1])), {encode: {x: [1, 2], y: 0}}),
          ...SECTORS.map(([key, symbol]) => ({name: columnName(key), type: 'scatter', symbol, symbolSize: 11, z: 4, itemStyle: {color: 'transparent', borderColor: c.ink, borderWidth: 1.7}, data: ratings.map((row, i) => [at(sectors, row.dimension)[key], i]).filter((row) => isNumber(row[0]))})),
          {name: t('Rating', '评分'), type: 'scatter', symbolSize: 13, z: 5, itemStyle: {color: c.accent, borderColor: c.ink, borderWidth: 0.8}, data: ratings.map((row, i) => [row.rating, i]), label: {show: true, position: 'top', distance: 8, color: c.ink, fontWeight: 600, formatter: (p) => num(p.value[0])}}]};
      },
      table: () => el('div', null, sourceTable('ratings', t('Ratings', '评分'), ['dimension', {key: 'rating', as: 'number'}, {key: 'lo95', as: 'number'}, {key: 'hi95', as: 'number'}, {key: 'median', as: 'number'}, 'n', 'n_outliers', 'n_excluded', {key: 'delta_conflict', as: 'signed'}, 'status'], rowsFor('ratings', 'candidate_id', id)),
        sourceTable('questions', t('Spread of the scores', '评分离散'), ['round', 'dimension', 'n', {key: 'q1', as: 'number'}, {key: 'median', as: 'number'}, {key: 'q3', as: 'number'}, {key: 'cv', as: 'number'}, {key: 'within', as: 'percent'}, 'agreed', 'stable'], rowsFor('questions', 'candidate_id', id)),
        sourceTable('sectors', t('Medians by sector', '各界中位数'), ['round', 'dimension', {key: 'industry', as: 'number'}, {key: 'government', as: 'number'}, {key: 'academia', as: 'number'}, {key: 'difference', as: 'number'}, {key: 'p', as: 'number', digits: 3}, 'parted'], rowsFor('sectors', 'candidate_id', id)))});
  }

  function bars(id, source, title, lead, items, more) {
    return figure({id, source, title, lead, empty: !items.length, height: () => 50 + 30 * items.length, table: more.table,
      option: (c, width) => ({grid: {left: width < 460 ? 120 : 150, right: 70, top: 8, bottom: 34}, xAxis: axis(c, '', more.axis), yAxis: names(c, items.map((item) => brief(item.name, 22))), tooltip: tooltip(c, (p) => tip(items[p.dataIndex].name, ...items[p.dataIndex].lines)),
        series: [{type: 'bar', barWidth: 15, data: items.map((item) => ({value: item.value, itemStyle: {color: item.colour || c.accent, borderColor: c.ink, borderWidth: 0.6, decal: item.decal}, label: {show: true, position: item.value < 0 ? 'left' : 'right', color: c.ink, formatter: item.label}}))}]})});
  }
  const chances = (row) => bars('why-chances', 'technologies', () => t('Chance of each level', '各等级概率'), () => t('How often each level comes out when the panel is drawn again at random. The method card says what is drawn.', '对专家等重抽样的占比（见方法卡）。'),
    isNumber(row.p_level1) ? GRADED.map((level, i) => ({name: levelName(level), value: 100 * row[CHANCES[i]], colour: levelColour(level), decal: DECALS[i] || undefined, label: percent(row[CHANCES[i]], 1), lines: [percent(row[CHANCES[i]], 1)]})) : [],
    {axis: {min: 0, max: 100, axisLabel: {formatter: '{value} %'}}, table: () => sourceTable('technologies', t('Chance of each level', '各等级概率'), [...CHANCES, 'mc_error', 'modal_level'].map((key) => ({key, as: key === 'modal_level' ? 'level' : 'percent', digits: 1})), [row])});
  const criteria = (id) => {
    const rows = rowsFor('criteria', 'candidate_id', id);
    return bars('why-criteria', 'criteria', () => t('Criteria of the screen', '筛选指标'), () => t('The screen compares candidates by these criteria. Each runs from 0 to 1, the best candidate. The percentage is the weight of the criterion.', '各指标在候选中缩放为 0–1，越大越好；数值后为权重。'),
      rows.filter((row) => isNumber(row.scaled)).map((row) => ({name: value(row.criterion), value: row.scaled, label: `${num(row.scaled)} · ${percent(row.weight)}`, lines: [`${num(row.value, 3)} (${row.unit})`, `${columnName('weight')} ${percent(row.weight, 1)}`, value(row.status)]})),
      {axis: {min: 0, max: 1}, table: () => sourceTable('criteria', t('Criteria of the screen', '筛选指标'), ['criterion', 'direction', 'unit', {key: 'value', as: 'number', digits: 3}, {key: 'scaled', as: 'number', digits: 3}, {key: 'weight', as: 'percent', digits: 1}, 'status'], rows)});
  };
  const gap = (id) => {
    const of = gapOf(id, REFERENCES[0], 'ALL');
    const parts = of ? of.parts : [];
    const node = bars('why-gap', 'gaps', () => t('The gap, part by part', '差距分项'), () => (of ? t(`${DATA.header.focalCountry} against ${value(of.reference)}: ${signed(of.composite)} (${interval(of.lo95, of.hi95)}), ${value(of.state || of.status)}. Bars to the right of 0 mean ahead, to the left behind.`, `${DATA.header.focalCountry} 对${value(of.reference)}：${signed(of.composite)}（${interval(of.lo95, of.hi95)}），${value(of.state || of.status)}。分项已标准化，0 右侧为领先。`) : ''),
      parts.map((part) => ({name: value(part.measure), value: part.z, colour: part.z < 0 ? colours().follow : colours().lead, decal: part.z < 0 ? DECALS[2] : undefined, label: signed(part.z), lines: [`${columnName('value')} ${signed(part.value, 3)}`, `${columnName('weight')} ${percent(part.weight)}`]})),
      {axis: {min: -4, max: 4, interval: 2}, table: () => sourceTable('gaps', t('Gap against each reference', '对各参照的差距'), ['reference', 'family_filter', {key: 'composite', as: 'signed'}, {key: 'lo95', as: 'signed'}, {key: 'hi95', as: 'signed'}, 'state', 'quantity_state', {key: 'n_obs', as: 'int'}, 'status'], GAP_ROWS.filter((row) => row.candidate_id === id))});
    return node;
  };

  function evidence(id) {
    const kind = (of) => rowsFor('evidence', 'technology_id', id).filter((row) => row.kind === of);
    const nodes = kind('NODE').map((row) => rowsOf('nodes').find((node) => node.ipc === row.ref) || {ipc: row.ref});
    const clusters = rowsFor('members', 'candidate_id', id).filter((row) => row.member_kind === 'CLUSTER');
    const publications = rowsFor('publications', 'technology_id', id);
    const comments = rowsFor('comments', 'technology_id', id);
    const items = kind('LIST_ITEM');
    const nominations = kind('NOMINATION');
    const [left, right] = [[], []];
    if (publications.length) {
      left.push(block(t('Representative patents', '代表性专利'), el('ul', {class: 'refs'}, publications.map((row) => el('li', null, el('code', null, bdi(row.ref)), ' ', bdi(row.text || '', {class: 'clamp'}))))));
    }
    if (nodes.length) {
      right.push(block(t('Role in the network', '网络角色'), table({caption: t('Codes of the network', '网络代码'), rows: nodes, page: 8, columns: [{key: 'ipc', cell: (row) => el('code', null, row.ipc)}, {key: 'quadrant', as: 'code', cell: (row) => (row.quadrant ? value(row.quadrant) : '–')}, {key: 'is_key_node', cell: (row) => (row.is_key_node ? t('key', '关键') : '–')},
        {key: 'community', cell: (row) => (row.community === undefined ? '–' : String(row.community))}, {key: 'strength', as: 'number', digits: 0}, {key: 'betweenness', as: 'number', digits: 4}]})));
    }
    if (clusters.length) {
      right.push(block(t('Clusters with these families', '所在聚类'), el('ul', {class: 'refs'}, clusters.map((row) => {
        const cluster = rowsOf('clusters').find((of) => String(of.cluster_id) === row.member_id);
        return el('li', null, el('b', null, `${columnName('cluster_id')} ${row.member_id}`), isNumber(row.overlap) ? ` (${percent(row.overlap)})` : '', cluster ? [' ', bdi(cluster.terms.slice(0, 6).map((term) => term.name).join(', '))] : '');
      }))));
    }
    if (items.length || nominations.length) {
      right.push(block(t('Lists and nominations', '清单与提名'), el('ul', {class: 'refs'}, items.map((row) => el('li', null, value('LIST_ITEM') + ' ', el('code', null, bdi(row.ref)))), nominations.map((row) => el('li', null, value('NOMINATION') + ' ', bdi(row.text || row.ref))))));
    }
    if (comments.length) {
      left.push(block(t('Comments from the consultation', '征求意见'), el('ul', {class: 'comments'}, comments.map((row) => el('li', null, el('b', null, row.position ? value(row.position) : '–'), ' ', el('span', {class: 'soft'}, bdi(row.commenter || ''), row.sector ? [', ', value(row.sector)] : ''), el('div', null, bdi(row.text || '')),
        row.parameter ? el('div', {class: 'soft'}, t('Proposed parameter: ', '建议参数：'), bdi(row.parameter)) : null, row.answer ? el('div', {class: 'answer'}, t('Answer: ', '答复：'), bdi(row.answer)) : null)))));
    }
    return {left, right};
  }

  function scenarios(row) {
    const rows = rowsFor('sensitivity', 'technology_id', row.technology_id);
    if (!rows.length) return null;
    const moved = rows.filter((of) => of.level !== row.level);
    return block(t('Under other rules, weights and thresholds', '其他规则、权重与阈值下'), el('p', null, t(`The level is the same in ${int(rows.length - moved.length)} of ${int(rows.length)} scenarios.`, `${int(rows.length)} 个情景中有 ${int(rows.length - moved.length)} 个等级不变。`)),
      moved.length ? table({caption: t('Scenarios with another level', '等级不同的情景'), rows: moved, page: 8, columns: [{key: 'scenario', cell: (of) => scenarioName(of.scenario)}, {key: 'score', as: 'number'}, {key: 'level', as: 'level'}]}) : null);
  }
  function contributions(row) {
    const rows = rowsFor('explain', 'technology_id', row.technology_id);
    if (!rows.length) return null;
    return block(t('How the score adds up', '得分构成'), el('table', {class: 'tight'}, el('caption', {class: 'hidden'}, t('How the score adds up', '得分构成')), el('thead', null, el('tr', null, ['term', 'weight', 'value', 'contribution'].map((key, i) => el('th', {scope: 'col', class: i ? 'r' : null}, columnName(key))))),
      el('tbody', null, rows.map((of) => el('tr', null, el('th', {scope: 'row'}, value(of.term)), el('td', {class: 'r'}, num(of.weight)), el('td', {class: 'r'}, num(of.value)), el('td', {class: 'r'}, num(of.contribution))))),
      el('tfoot', null, el('tr', null, el('th', {scope: 'row', colspan: 3}, columnName('score')), el('td', {class: 'r'}, num(rows.reduce((sum, of) => sum + of.contribution, 0)))))));
  }

  function show(id) {
    const box = byId('why-detail');
    clear(box);
    const row = TECHNOLOGY.get(id);
    if (!row) return;
    const candidate = candidateOf(id);
    const merged = rowsFor('supplemented', 'candidate_id', id)[0] || {};
    const definition = (STATE.lang === 'zh' && candidate.definition_zh) || candidate.definition_en;
    const other = STATE.lang === 'zh' ? row.name_en : row.name_zh;
    box.append(el('div', {class: 'whyhead'}, el('div', null, el('h3', {id: 'why-name', tabindex: -1}, bdi(nameOf(id), {class: 'clamp'})), other && other !== nameOf(id) ? el('p', {class: 'soft', lang: STATE.lang === 'zh' ? 'en' : 'zh'}, bdi(other, {class: 'clamp'})) : null,
      el('p', {class: 'badges'}, SCORED.length ? badge(row.level) : null, row.borderline ? flag(t('borderline: ', '临界：') + row.borderline_reasons.map(value).join(', ')) : null)),
      isNumber(row.score) ? el('div', {class: 'bigscore'}, el('b', null, num(row.score)), el('span', null, isNumber(row.lo95) ? interval(row.lo95, row.hi95) : t('no interval', '无区间')))
        : isNumber(row.closeness) ? el('div', {class: 'bigscore'}, el('b', null, num(row.closeness, 3)), el('span', null, columnName('screen_closeness'))) : null),
    el('p', {class: 'reason', lang: STATE.lang}, SCORED.length ? bdi(STATE.lang === 'zh' ? row.reason_zh : row.reason_en) : null, isNumber(row.score) ? null : [' ', bdi(keptBecause(id))]),
    definition && definition !== row.name_en && definition !== row.name_zh ? el('p', {class: 'soft long'}, bdi(definition)) : '',
    facts([[columnName('rank'), rankText(row.rank)], [t('Certainty', '把握'), percent(chanceOfLevel(row))], [columnName('position'), positionText(row.position)], [columnName('provenance'), row.provenance.map(value).join(', ')], [columnName('domain'), row.domain ? bdi(row.domain) : null],
      [columnName('families'), int(familiesOf(id))], [columnName('growth'), percent(growthOf(id), 1)], [columnName('screen_closeness'), isNumber(candidate.score) ? t(`${num(candidate.score, 3)} (rank ${rankText(candidate.rank)})`, `${num(candidate.score, 3)}（第 ${rankText(candidate.rank)}）`) : null],
      [columnName('selection_frequency'), isNumber(candidate.selection_frequency) ? percent(candidate.selection_frequency) : null], [columnName('kind'), candidate.kind && candidate.kind !== 'NEITHER' ? value(candidate.kind) : null], [columnName('already_controlled'), candidate.already_controlled ? t('yes', '是') : null],
      [columnName('support'), merged.support ? int(merged.support) : null], [columnName('n_scores'), row.n_scores ? int(row.n_scores) : null], [columnName('influential_expert'), row.influential_expert ? `${row.influential_expert} (${signed(row.influence)})` : null],
      [columnName('ipc_scope'), codesOf(id).length ? el('span', {class: 'codes'}, codesOf(id).slice(0, 12).map((code) => [el('code', null, bdi(code)), ' '])) : null], [columnName('aliases'), merged.aliases && merged.aliases.length ? bdi(merged.aliases.join('; '), {class: 'clamp'}) : null]]));
    const found = evidence(id);
    box.append(el('div', {class: 'whygrid'}, el('div', null, ratingsFigure(id), gap(id), contributions(row), found.left), el('div', null, chances(row), criteria(id), scenarios(row), found.right)));
  }

  function pick(id, focus) {
    const list = byId('why-pick');
    if (list) list.value = id;
    show(id);
    CHARTS.forEach((chart) => byId('why-detail').contains(chart.box) && focus && build(chart));
  }
  view('why-detail', () => {
    const options = [...TECHNOLOGIES].map((row) => [row.technology_id, `${isNumber(row.rank) ? rankText(row.rank) + '. ' : !SCORED.length && isNumber(candidateOf(row.technology_id).rank) ? rankText(candidateOf(row.technology_id).rank) + '. ' : ''}${nameOf(row.technology_id)}`]);
    const chooser = select(t('Technology', '技术'), options, STATE.technology, (id) => choose(id));
    chooser.querySelector('select').id = 'why-pick';
    const step = (by) => () => {
      const row = TECHNOLOGY.get(STATE.technology);
      const next = row && TECHNOLOGIES[(row.index + by + TECHNOLOGIES.length) % TECHNOLOGIES.length];
      if (next) choose(next.technology_id);
    };
    const back = button(t('Back to where you were', '返回原处'), () => {
      if (WHY.from && WHY.from.isConnected) {
        WHY.from.focus();
        WHY.from.scrollIntoView({block: 'center'});
      }
      back.hidden = true;
    }, {id: 'why-back', hidden: true});
    byId('why-tools').replaceChildren(chooser, button('◀', step(-1), {'aria-label': t('Previous technology', '上一项')}), button('▶', step(1), {'aria-label': t('Next technology', '下一项')}), back);
    show(STATE.technology);
  });
  CHOSEN.push((id, from) => {
    pick(id, Boolean(from));
    if (!from) return;
    WHY.from = from;
    byId('why-back').hidden = false;
    byId('why').scrollIntoView();
    byId('why-name').focus({preventScroll: true});
  });
  STATE.technology = TECHNOLOGIES.length ? TECHNOLOGIES[0].technology_id : null;
})();
