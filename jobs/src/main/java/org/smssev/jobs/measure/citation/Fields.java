package org.smssev.jobs.measure.citation;

import java.util.TreeSet;
import org.smssev.jobs.measure.FamilyColumns;
import org.smssev.jobs.measure.Lists;

/** The fields of patents, which are their IPC subclasses, and the classes and sections above them. */
final class Fields {
    private static final int CLASS_LENGTH = 3;

    private final Lists of;
    private final int[] classOf;
    private final int[] sectionOf;

    /**
     * Takes the fields.
     *
     * @param subclasses subclasses of each patent
     */
    Fields(FamilyColumns.Codes subclasses) {
        this.of = subclasses.of();
        this.classOf = numbers(subclasses.names(), CLASS_LENGTH);
        this.sectionOf = numbers(subclasses.names(), 1);
    }

    private static int[] numbers(String[] subclasses, int length) {
        TreeSet<String> above = new TreeSet<>();
        int[] numbers = new int[subclasses.length];
        for (int i = 0; i < subclasses.length; i++) {
            above.add(subclasses[i].substring(0, length));
            numbers[i] = above.size() - 1;
        }
        return numbers;
    }

    /** Subclasses of each patent. */
    Lists lists() {
        return of;
    }

    /** How many subclasses there are. */
    int size() {
        return classOf.length;
    }

    /** The class of a subclass; that of patents without a field, {@link #size}, is itself. */
    int classOf(int subclass) {
        return subclass == classOf.length ? subclass : classOf[subclass];
    }

    /** The section of a subclass, likewise. */
    int sectionOf(int subclass) {
        return subclass == sectionOf.length ? subclass : sectionOf[subclass];
    }
}
