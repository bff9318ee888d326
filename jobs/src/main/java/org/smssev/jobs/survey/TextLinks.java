package org.smssev.jobs.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.smssev.common.config.SurveyConfig.TextScope;
import org.smssev.common.stage.StageContext;
import org.smssev.common.tables.IngestTables;
import org.smssev.common.tables.IngestTables.IpcUse;
import org.smssev.common.tables.SurveyTables.ListItem;
import org.smssev.jobs.survey.OperatorSheets.ItemRef;
import org.smssev.jobs.survey.Technologies.Drafted;

/** Codes for technologies that come with none, by likeness of texts; the index is made when first needed. */
final class TextLinks {
    private final StageContext context;
    private final TextScope settings;
    private final List<IpcUse> codes;
    private final Map<String, ListItems> lists;
    private TextIndex index;

    TextLinks(StageContext context, List<IpcUse> codes, Map<String, ListItems> lists) {
        this.context = context;
        this.settings = context.config().survey().textScope();
        this.codes = codes;
        this.lists = lists;
    }

    /**
     * The codes of a technology, by its names and keywords; only where these find none by the texts of the entries behind it,
     * too. Entries of control lists are long and speak of much beside their subject: with their texts, radar went to the
     * maintenance of aircraft.
     */
    List<TextIndex.Link> of(Drafted technology) {
        if (settings.method() == TextScope.Method.NONE) {
            return List.of();
        }
        if (index == null) {
            context.progress("index texts of IPC codes");
            index = new TextIndex(
                    settings.against() == TextScope.Against.TITLES
                            ? CodeTitles.of(codes, settings.level())
                            : PooledAbstracts.of(context.dataset(IngestTables.Family.class), settings));
        }
        List<String> terms = new ArrayList<>(Stems.of(technology.nameEn()));
        terms.addAll(known(technology.nameZh()));
        technology.keywords().forEach(k -> terms.addAll(Stems.of(k)));
        List<TextIndex.Link> named = index.links(terms, settings);
        List<String> entries = named.isEmpty() ? entryTerms(technology) : List.of();
        if (entries.isEmpty()) {
            return named;
        }
        terms.addAll(entries);
        return index.links(terms, settings);
    }

    private List<String> entryTerms(Drafted technology) {
        List<String> terms = new ArrayList<>();
        for (ItemRef ref : technology.items()) {
            ListItem item = lists.get(ref.listId()).latest(ref.itemNo());
            if (item != null && !item.textEn().equals(technology.nameEn())) {
                terms.addAll(Stems.of(item.textEn()));
                terms.addAll(known(item.textZh()));
            }
        }
        return terms;
    }

    /** The terms of a Chinese text; none where codes have no Chinese texts, as no code could then cover the technology. */
    private List<String> known(String chinese) {
        List<String> terms = Stems.of(chinese);
        return terms.stream().anyMatch(index::holds) ? terms : List.of();
    }
}
