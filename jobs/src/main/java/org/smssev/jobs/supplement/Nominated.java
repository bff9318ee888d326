package org.smssev.jobs.supplement;

import java.util.List;
import org.smssev.common.tables.ScreenTables.Nomination;

/**
 * A nomination with what is needed to match it.
 *
 * @param ipc codes of its scope, canonical
 */
record Nominated(Nomination nomination, String nameEn, String nameZh, String domain, List<String> ipc) {}
