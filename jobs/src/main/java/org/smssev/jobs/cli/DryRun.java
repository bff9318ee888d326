package org.smssev.jobs.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.smssev.common.stage.Need;
import org.smssev.jobs.measure.DriverMemory;
import org.smssev.jobs.run.Runner;

/** What a run would compute and take, for a person. */
final class DryRun {
    private DryRun() {}

    /**
     * Prints a paragraph per stage.
     *
     * @param heap bytes that the driver may use in all
     * @throws org.smssev.common.UserException with exit 2 and the remedy, after all was printed, if something cannot fit
     */
    static void print(List<Runner.Forecast> forecasts, long heap, PrintWriter out) {
        for (Runner.Forecast f : forecasts) {
            StatusCommand.print(List.of(f.state()), out);
            if (f.files() > 0) {
                out.println(String.format(
                        Locale.ROOT, "             input: %,d files, %,.1f MB", f.files(), f.bytes() / 1e6));
            }
            if (!f.state().upToDate() && !f.expected().rows().isEmpty()) {
                out.println("             expected rows"
                        + (f.expected().assumed() ? " from the size of the input: " : ": ")
                        + f.expected().rows().entrySet().stream()
                                .map(e -> String.format(
                                        Locale.ROOT,
                                        "%s %,d",
                                        e.getKey().substring(e.getKey().indexOf('.') + 1),
                                        e.getValue()))
                                .collect(Collectors.joining(", ")));
            }
            for (Need n : f.needs()) {
                out.println(String.format(
                        Locale.ROOT,
                        "             %s: about %,.0f MB of memory (%,.0f MB available)",
                        n.what(),
                        n.bytes() / 1e6,
                        heap / 1e6));
            }
        }
        forecasts.stream()
                .flatMap(f -> f.needs().stream())
                .forEach(n -> DriverMemory.require(n.what(), n.bytes(), heap, n.remedy()));
    }
}
