package org.smssev.jobs.run;

import java.util.List;
import org.smssev.common.config.Config;
import org.smssev.common.stage.Stage;
import org.smssev.common.stage.StageContext;

/** A stage that has a name and else nothing, and is never run. */
interface BareStage extends Stage {
    @Override
    default String description() {
        return "";
    }

    @Override
    default List<Class<? extends Record>> reads() {
        return List.of();
    }

    @Override
    default List<Class<? extends Record>> writes() {
        return List.of();
    }

    @Override
    default List<Object> settings(Config config) {
        return List.of();
    }

    @Override
    default void run(StageContext context) {
        throw new IllegalStateException("Never run");
    }
}
