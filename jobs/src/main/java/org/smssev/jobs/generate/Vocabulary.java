package org.smssev.jobs.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** The words of a generated release: of each technology, of each domain, and of no matter. */
final class Vocabulary {
    private static final int TECHNOLOGY_WORDS = 90;
    private static final int DOMAIN_WORDS = 160;
    private static final int BACKGROUND_WORDS = 18_000;
    private static final double BORROWED = 0.3;
    private static final List<String> STOP = List.of("""
                    the of a and in to is for with by wherein said an method comprising which at on as from are or has \
                    invention present that material first second provided having comprises least one disclosed layer \
                    between surface can be relates includes temperature used using preparation obtained process being \
                    thereof its more composition after into high such than formed mixture solution step structure amount \
                    component containing weight system device low improved performance under time during subjected added \
                    good range preparing""".split(" "));
    private static final String[] SYLLABLES = """
            ba be bi bo ca ce co cu da de di do fa fe fi fo ga ge gi go ha he hy jo ka ke ki la le li lo lu ma me mi mo \
            mu na ne ni no nu pa pe pi po ra re ri ro ru sa se si so su ta te ti to tu va ve vi vo wa xi za ze zo""".split(" ");
    private static final String[] GENERAL_ENDS =
            "tion ment ing ous ity ent ate ure ive al ic ed er or ance ness able".split(" ");
    private static final String[] TECHNICAL_ENDS =
            "ite ide ene ium yl oxide ane ol gel film phase ode ator stat meter graph".split(" ");
    private static final List<String> STOP_ZH = List.of(("的 的 的 和 在 与 其中 所述 所述 一种 包括 用于 进行 通过 以及 提供 公开 本发明 方法"
                    + " 装置 系统 结构 步骤 具有 实现 采用 设置 连接 得到 提高 降低 处理 控制 制备 材料 表面 温度 压力 性能 优点 效率 成本"
                    + " 稳定 均匀 工艺 参数 信号 数据 模块 单元 第一 第二 上述 该 由 为 可 并 将 后 对 中 至少 一个")
            .split(" "));
    private static final List<String> GENERAL_ZH = List.of(("流程 检测 安装 固定 支架 壳体 底座 电路 电源 接口 传感器 阀门 管道 容器 搅拌 加热"
                    + " 冷却 过滤 干燥 清洗 涂层 薄膜 颗粒 粉末 溶液 浓度 比例 厚度 长度 宽度 角度 速度 频率 电压 电流 功率 磁场 电场 光路"
                    + " 图像 计算 模型 算法 网络 存储 传输 接收 发射 调节 反馈 监测 报警 维护 寿命 强度 硬度 韧性 密度 比重 纯度 收率 能耗"
                    + " 环保 安全 可靠 便捷 灵活 精度 误差 校准 补偿 优化 集成 组装 拆卸 运输 存放 使用 操作 自动 智能 远程 现场 实时")
            .split(" "));

    /** Words of every technology; a term stands as often as it is typical. */
    final String[][] technology;

    /** Words of the domain of every technology. */
    final String[][] domain;

    /** Words of no matter. */
    final String[] background;

    /** Chinese terms of every technology. */
    final String[][] technologyZh;

    /** Chinese words of no matter. */
    final String[] backgroundZh;

    Vocabulary(long seed, List<Technology> technologies) {
        SplittableRandom random = Streams.of(seed, Streams.Purpose.WORDS, 0, 0);
        List<String> common = new ArrayList<>(STOP);
        common.addAll(words(BACKGROUND_WORDS, GENERAL_ENDS, random));
        background = Tables.zipf(common, 1.05, 2.7, 1 << 16);
        Map<String, String[]> domains = new LinkedHashMap<>();
        for (Technology t : technologies) {
            if (!domains.containsKey(t.domain())) {
                domains.put(t.domain(), Tables.zipf(words(DOMAIN_WORDS, GENERAL_ENDS, random), 0.9, 1, 2048));
            }
        }
        List<List<String>> own = new ArrayList<>();
        for (Technology t : technologies) {
            List<String> terms = new ArrayList<>(t.wordsEn());
            terms.add(3, t.nameEn());
            terms.addAll(words(TECHNOLOGY_WORDS, TECHNICAL_ENDS, random));
            own.add(terms);
        }
        technology = new String[technologies.size()][];
        domain = new String[technologies.size()][];
        technologyZh = new String[technologies.size()][];
        for (Technology t : technologies) {
            technology[t.index()] = Tables.zipf(borrowing(t, technologies, own, random), 0.75, 4, 4096);
            domain[t.index()] = domains.get(t.domain());
            List<String> zh = new ArrayList<>(t.wordsZh());
            zh.add(3, t.nameZh());
            technologyZh[t.index()] = Tables.zipf(zh, 0.7, 3, 512);
        }
        List<String> zh = new ArrayList<>(STOP_ZH);
        zh.addAll(GENERAL_ZH);
        backgroundZh = Tables.zipf(zh, 0.5, 4, 4096);
    }

    /** Made-up words, each once, in random order. */
    private static List<String> words(int n, String[] ends, SplittableRandom random) {
        Set<String> words = new LinkedHashSet<>();
        while (words.size() < n) {
            words.add(stem(2 + random.nextInt(2), random) + Tables.pick(ends, random));
        }
        return List.copyOf(words);
    }

    /** A pronounceable stem of so many syllables. */
    static String stem(int syllables, SplittableRandom random) {
        StringBuilder stem = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            stem.append(Tables.pick(SYLLABLES, random));
        }
        return stem.toString();
    }

    /** The terms of a technology, some replaced by terms of neighbours in its domain; the first six stay. */
    private static List<String> borrowing(
            Technology t, List<Technology> technologies, List<List<String>> own, SplittableRandom random) {
        int[] neighbours = technologies.stream()
                .filter(u ->
                        u.hasPatents() && u.index() != t.index() && u.domain().equals(t.domain()))
                .mapToInt(Technology::index)
                .toArray();
        String[] terms = own.get(t.index()).toArray(String[]::new);
        for (int i = 6; i < terms.length; i++) {
            if (random.nextDouble() < BORROWED) {
                List<String> donor = own.get(neighbours[random.nextInt(neighbours.length)]);
                terms[i] = donor.get(random.nextInt(donor.size()));
            }
        }
        return Arrays.asList(terms);
    }
}
