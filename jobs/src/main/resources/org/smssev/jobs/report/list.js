// What is on the list, at what level: the headline, the steps of the run, the list.
(function () {
  const scale = DATA.header.scale;
  const scoreRange = SCORED.reduce(([low, high], row) => [Math.min(low, row.score, isNumber(row.lo95) ? row.lo95 : row.score), Math.max(high, row.score, isNumber(row.hi95) ? row.hi95 : row.score)], [scale.max, scale.min]);
  const low = Math.max(scale.min, Math.floor(scoreRange[0]));
  const high = Math.min(scale.max, Math.ceil(scoreRange[1]));
  const counts = Object.fromEntries(LEVEL_ORDER.map((level) => [level, TECHNOLOGIES.filter((row) => row.level === level).length]));
  const step = (name) => DATA.flow.find((of) => of.name === name).value;
  /** Steps that a run without nominations or scores did not take are left out. */
  const flow = DATA.flow.filter((of) => (of.name === 'supplemented' ? SCORED.length || of.value !== step('selected') : of.value || SCORED.length || !['scored', 'listed'].includes(of.name)));
  const borderline = TECHNOLOGIES.filter((row) => row.borderline).length;
  const listed = counts.LEVEL_1 + counts.LEVEL_2 + counts.LEVEL_3;

  function scoreBar(row) {
    const width = 168;
    const at = (of) => Number((width * Math.max(0, Math.min(1, (of - low) / (high - low || 1)))).toFixed(1));
    const svg = el('svg', {viewBox: '0 0 168 16', class: 'scorebar', 'aria-hidden': 'true'}, el('rect', {class: 'track', x: 0, y: 6, width, height: 4, rx: 2}));
    [scale.level1, scale.level2, scale.level3].filter(isNumber).forEach((cut) => svg.append(el('line', {class: 'cut', x1: at(cut), x2: at(cut), y1: 0, y2: 16})));
    if (isNumber(row.lo95) && isNumber(row.hi95)) svg.append(el('rect', {class: 'ival', x: at(row.lo95), y: 4, width: Math.max(1, at(row.hi95) - at(row.lo95)), height: 8, rx: 2}));
    svg.append(el('rect', {class: 'tick', x: at(row.score) - 1.5, y: 1, width: 3, height: 14}));
    return svg;
  }
  const scoreCell = (row) => (isNumber(row.score) ? el('div', {class: 'scorecell'}, el('b', null, num(row.score)), el('span', {class: 'soft'}, isNumber(row.lo95) ? interval(row.lo95, row.hi95) : t('no interval', '无区间')), scoreBar(row)) : el('span', {class: 'soft'}, t('no score', '无评分')));
  const nameCell = (row) => el('div', {class: 'namecell'}, opens(row.technology_id), STATE.lang === 'en' && row.name_zh && row.name_zh !== row.name_en ? el('span', {lang: 'zh', class: 'clamp soft'}, bdi(row.name_zh)) : null,
    STATE.lang === 'zh' && row.name_zh && row.name_zh !== row.name_en ? el('span', {lang: 'en', class: 'clamp soft'}, bdi(row.name_en)) : null, row.domain ? el('span', {class: 'soft clamp'}, bdi(row.domain)) : null);
  TECHNOLOGIES.forEach((row) => {
    const more = rowsFor('candidates', 'candidate_id', row.technology_id)[0];
    const merged = rowsFor('supplemented', 'candidate_id', row.technology_id)[0];
    row.find = [row.name_en, row.name_zh, row.technology_id, row.domain, ...((more && more.ipc_scope) || []), ...((merged && merged.aliases) || [])].filter(Boolean).join('\n').toLowerCase();
  });

  function headline() {
    const first = SCORED.length
      ? t(`${int(listed)} of ${int(TECHNOLOGIES.length)} technologies are on the list: ${int(counts.LEVEL_1)} at Level 1, ${int(counts.LEVEL_2)} at Level 2, ${int(counts.LEVEL_3)} at Level 3.`,
        `${int(TECHNOLOGIES.length)} 项技术中有 ${int(listed)} 项入选：一级 ${int(counts.LEVEL_1)} 项，二级 ${int(counts.LEVEL_2)} 项，三级 ${int(counts.LEVEL_3)} 项。`)
      : TECHNOLOGIES.length ? t(`${int(TECHNOLOGIES.length)} candidate technologies from ${int(step('families'))} patent families, ranked by closeness. They have no level yet, because experts have not scored them.`, `来自 ${int(step('families'))} 个专利族的 ${int(TECHNOLOGIES.length)} 项候选技术，按贴近度排名。尚无专家评分，因而没有等级。`)
        : t('There are no technologies in this run.', '本次运行没有技术。');
    const chances = SCORED.map(chanceOfLevel).filter(isNumber);
    const sure = chances.length ? t(` For ${int(chances.filter((p) => p >= 0.95).length)} of the ${int(SCORED.length)} scored technologies, the level is at least 95 % certain. ${int(borderline)} are borderline: a person must decide.`,
      `在 ${int(SCORED.length)} 项已评分技术中，${int(chances.filter((p) => p >= 0.95).length)} 项的等级把握不低于 95%；${int(borderline)} 项处于临界，需人工裁定。`) : '';
    return first + sure;
  }
  view('headline', () => {
    byId('headline').replaceChildren(headline(), SCORED.length || !TECHNOLOGIES.length ? '' : el('a', {href: '#next'}, t(' Next step: ask your experts.', '下一步：请专家评分。')));
    if (!SCORED.length) {
      byId('introduction').replaceChildren(...unscoredIntroduction().filter(Boolean));
      if (TECHNOLOGIES.length) byId('next').replaceChildren(...nextStep());
    }
    hide(byId('next'), Boolean(SCORED.length) || !TECHNOLOGIES.length);
    ['levels', 'levelbar'].forEach((id) => {
      byId(id).hidden = !SCORED.length;
    });
    const total = Math.max(1, TECHNOLOGIES.length);
    byId('levels').replaceChildren(...LEVEL_ORDER.filter((level) => counts[level] || GRADED.includes(level)).map((level) => el('div', {class: 'tile ' + level}, el('dt', null, badge(level)), el('dd', {'data-count': level}, int(counts[level])), el('dd', {class: 'share'}, percent(counts[level] / total)))),
      el('div', {class: 'tile'}, el('dt', null, flag(t('Borderline', '临界'))), el('dd', {'data-count': 'BORDERLINE'}, int(borderline)), el('dd', {class: 'share'}, percent(borderline / total))));
    byId('levelbar').replaceChildren(...LEVEL_ORDER.filter((level) => counts[level]).map((level) => el('i', {class: level, style: `flex-grow:${counts[level]}`})));
    byId('flow').replaceChildren(...flow.map((step) => el('li', null, el('b', {'data-figure': step.name}, int(step.value)), el('span', null, value('flow.' + step.name)))));
    byId('flow-queries').replaceChildren(el('details', {class: 'fold'}, el('summary', null, t('Queries', '查询语句')), el('ul', {class: 'plain'}, flow.map((step) => el('li', null, value('flow.' + step.name) + ': ', el('code', null, step.sql))))));
    const warnings = rowsOf('quality').filter((row) => row.outcome === 'WARN' || row.outcome === 'FAIL');
    const notes = byId('warnings');
    notes.hidden = !warnings.length;
    notes.replaceChildren(el('details', null, el('summary', null, t(`Warnings about the data of this run (${int(warnings.length)})`, `本次数据警告（${int(warnings.length)} 条）`)),
      el('ul', null, warnings.map((row) => {
        const [words, below] = inWords(CHECKS, row.check, row.message) || [bdi(row.message)];
        return el('li', null, below ? chinese(CHECKS, row.check)[0] + '：' : null, words, row.subject ? [' (', bdi(row.subject), ')'] : null, below);
      }))));
  });

  const state = {level: '', domain: '', position: '', border: false};
  view('list-body', () => {
    const keep = (row) => (!state.level || row.level === state.level) && (!state.domain || row.domain === state.domain) && (!state.position || row.position === state.position) && (!state.border || row.borderline);
    const gradedColumns = () => [
      {key: 'rank', cls: 'r', cell: (row) => rankText(row.rank)},
      {key: 'name_en', name: t('Technology', '技术'), cell: nameCell, sort: (row) => nameOf(row.technology_id), cls: 'name'},
      {key: 'level', cell: (row) => el('div', {class: 'levelcell'}, badge(row.level), row.borderline ? el('span', {title: row.borderline_reasons.map(value).join(', ')}, flag(t('borderline', '临界'))) : null), sort: (row) => LEVEL_ORDER.indexOf(row.level)},
      {key: 'score', name: t('Score, 95 % interval', '得分及95%区间'), cell: scoreCell, sort: (row) => row.score, down: true},
      {key: 'chance', name: t('Certainty', '把握'), as: 'percent', cell: (row) => percent(chanceOfLevel(row)), sort: chanceOfLevel, down: true, cls: 'r'},
      {key: 'position', cell: (row) => el('span', {class: 'position'}, positionText(row.position)), sort: (row) => (row.position ? Object.keys(POSITIONS).indexOf(row.position) : null), has: (row) => row.position},
      {key: 'provenance', cell: (row) => row.provenance.map(value).join(STATE.lang === 'zh' ? '、' : ', '), sort: (row) => row.provenance.join(' ')},
    ];
    const caption = SCORED.length ? t('Graded technologies', '技术分级清单') : t('Candidates by closeness', '按贴近度排名的候选');
    const list = table({caption, id: 'graded', cls: SCORED.length ? 'graded' : 'graded candidates', rows: TECHNOLOGIES, keep, page: 30, sorted: 0, find: (row) => row.find, columns: SCORED.length ? gradedColumns() : candidateColumns(nameCell)});
    const text = el('input', {type: 'search', id: 'f-text', placeholder: t('Name, code, domain …', '名称、代码、领域 …')});
    text.addEventListener('input', () => list.wanted(text.value));
    const set = (key) => (of) => {
      state[key] = of;
      list.refresh();
    };
    const choice = (key, label, all, options) => {
      const field = select(label, [['', all], ...options], state[key], set(key));
      field.querySelector('select').id = 'f-' + key;
      return field;
    };
    const border = el('input', {type: 'checkbox', id: 'f-border', checked: state.border});
    border.addEventListener('change', () => set('border')(border.checked));
    const positions = Object.keys(POSITIONS).filter((of) => TECHNOLOGIES.some((row) => row.position === of));
    const domains = [...new Set(TECHNOLOGIES.map((row) => row.domain).filter(Boolean))].sort();
    byId('list-body').replaceChildren(el('form', {class: 'filters', id: 'filters', role: 'search'}, el('label', {class: 'field wide'}, el('span', null, t('Find', '查找')), text),
      SCORED.length ? choice('level', columnName('level'), t('All levels', '全部等级'), LEVEL_ORDER.filter((level) => counts[level]).map((level) => [level, levelName(level)])) : null,
      domains.length ? choice('domain', columnName('domain'), t('All domains', '全部领域'), domains.map((of) => [of, of])) : null,
      positions.length ? choice('position', columnName('position'), t('All positions', '全部态势'), positions.map((of) => [of, positionName(of)])) : null,
      borderline ? el('label', {class: 'check'}, border, t('Borderline cases only', '仅看临界')) : null, list.count), list);
    byId('filters').addEventListener('submit', (event) => event.preventDefault());
    const source = sourceFolds({source: SCORED.length ? 'technologies' : 'candidates', title: () => caption});
    byId('list-body').append(el('div', {class: 'source'}, el('span', null, t('Source: ', '来源：'), el('code', null, source.name))), el('div', {class: 'folds'}, source.rows, source.query));
  });
})();
